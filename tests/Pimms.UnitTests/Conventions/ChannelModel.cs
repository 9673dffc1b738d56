using Pimms.Conventions;
using Pimms.Conventions.Contracts;

namespace Pimms.UnitTests;

/// <summary>The channel's rule once more, slow and obvious: one question after the other.</summary>
internal static class ChannelModel
{
    public static ClosedReason? Reason(IReadOnlyList<ChannelCandidate> conventions, Guid procedure, string? commune, DateOnly date)
    {
        if (conventions.Count == 0)
            return ClosedReason.NoConvention;

        var covering = conventions.Where(one => VersionOn(one, date).Commitments.Any(commitment => commitment.ProcedureId == procedure)).ToList();
        if (covering.Count == 0)
            return ClosedReason.ProcedureNotCovered;

        var today = covering.Where(one => one.State != ConventionState.Ended && IsWithin(one, date)).ToList();
        if (today.Any(one => one.State != ConventionState.Suspended && IsInside(VersionOn(one, date), commune)))
            return null;
        if (today.Any(one => one.State != ConventionState.Suspended))
            return ClosedReason.CommuneOutside;
        if (today.Count > 0)
            return ClosedReason.Suspended;
        if (covering.Any(one => one.State != ConventionState.Ended && date < one.StartsOn && (one.Renews || date <= one.EndsOn)))
            return ClosedReason.NotStarted;
        return ClosedReason.Expired;
    }

    public static CandidateTerms VersionOn(ChannelCandidate convention, DateOnly date)
    {
        var inOrder = convention.Versions.OrderBy(version => version.Number).ToList();
        var current = inOrder[0];
        foreach (var version in inOrder)
        {
            if (version.EffectiveOn <= date)
                current = version;
        }
        return current;
    }

    private static bool IsWithin(ChannelCandidate convention, DateOnly date)
    {
        if (convention.Renews && date > convention.EndsOn)
            return date >= convention.StartsOn;
        for (var day = convention.StartsOn; day <= convention.EndsOn; day = day.AddDays(1))
        {
            if (day == date)
                return true;
        }
        return false;
    }

    private static bool IsInside(CandidateTerms terms, string? commune) => terms.Communes.Length == 0 || (commune is not null && terms.Communes.Contains(commune));
}
