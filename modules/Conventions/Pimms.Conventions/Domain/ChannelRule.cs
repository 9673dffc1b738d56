using System.Collections.Immutable;

namespace Pimms.Conventions;

/// <summary>Whether a partner may be asked, from its conventions. Pure: the same facts always give the same answer.</summary>
internal static class ChannelRule
{
    /// <summary>From nearest to open to farthest. A convention is judged by its farthest obstacle, the partner by its nearest convention.</summary>
    private static readonly ImmutableArray<ClosedReason> Obstacles =
        [ClosedReason.CommuneOutside, ClosedReason.Suspended, ClosedReason.NotStarted, ClosedReason.Expired, ClosedReason.ProcedureNotCovered];

    /// <param name="conventions">The partner's conventions that are not drafts.</param>
    /// <param name="procedureId">What would be asked.</param>
    /// <param name="commune">Where the person lives; null when unknown.</param>
    /// <param name="date">The day it would be asked.</param>
    public static Channel Decide(IReadOnlyCollection<ChannelCandidate> conventions, Guid procedureId, string? commune, DateOnly date)
    {
        if (conventions.Count == 0)
            return new Channel(ClosedReason.NoConvention, null);

        var (nearest, obstacle) = conventions
            .Select(convention => (Convention: convention, Obstacle: Farthest(convention, procedureId, commune, date)))
            .OrderBy(verdict => verdict.Obstacle)
            // Among several of a kind: the one that starts next, the one that ended last, the newest.
            .ThenBy(verdict => verdict.Convention.StartsOn > date ? verdict.Convention.StartsOn.DayNumber : -verdict.Convention.EndsOn.DayNumber)
            .ThenByDescending(verdict => verdict.Convention.Id)
            .First();
        return obstacle < 0 ? new Channel(null, TermsOf(nearest, procedureId, date)) { AskWhom = nearest.AskWhom } : Closed(Obstacles[obstacle], nearest);
    }

    /// <summary>An open channel, once the month's number is known. Closed from the last place on, until the next month.</summary>
    public static Channel Cap(Channel open, int sentThisMonth, DateOnly date) =>
        open.Terms?.MonthlyCap is { } cap && sentThisMonth >= cap
            ? new Channel(ClosedReason.CapReached, null) { AskWhom = open.AskWhom, Day = new DateOnly(date.Year, date.Month, 1).AddMonths(1) }
            : open;

    private static int Farthest(ChannelCandidate convention, Guid procedureId, string? commune, DateOnly date)
    {
        var terms = convention.TermsOn(date);
        ClosedReason? reason =
            terms.For(procedureId) is null ? ClosedReason.ProcedureNotCovered
            : convention.OverOn(date) ? ClosedReason.Expired
            : date < convention.StartsOn ? ClosedReason.NotStarted
            : convention.State == ConventionState.Suspended ? ClosedReason.Suspended
            : terms.Communes.Length > 0 && !terms.Communes.Contains(commune) ? ClosedReason.CommuneOutside
            : null;
        return reason is { } closed ? Obstacles.IndexOf(closed) : -1;
    }

    private static Channel Closed(ClosedReason reason, ChannelCandidate convention) => new(reason, null)
    {
        Day = reason switch { ClosedReason.NotStarted => convention.StartsOn, ClosedReason.Expired => convention.EndsOn, _ => null },
        Explanation = reason == ClosedReason.Suspended ? convention.SuspendedBecause : null,
        AskWhom = convention.AskWhom,
    };

    private static ChannelTerms TermsOf(ChannelCandidate convention, Guid procedureId, DateOnly date)
    {
        var terms = convention.TermsOn(date);
        var commitment = terms.For(procedureId)!;
        return new ChannelTerms(convention.Id, terms.Number, convention.Reference, commitment.AcknowledgeWithinDays, commitment.AnswerWithinDays,
            commitment.ExpiryDays, terms.Disclosed, terms.NirAllowed, terms.RetentionMonths) { MonthlyCap = commitment.MonthlyCap };
    }
}
