using System.Linq.Expressions;

namespace Pimms.Conventions;

/// <summary>A convention as far as the channel asks.</summary>
internal sealed record ChannelCandidate(
    Guid Id, string Reference, ConventionState State, DateOnly StartsOn, DateOnly EndsOn, string SuspendedBecause, IReadOnlyList<CandidateTerms> Versions)
{
    /// <summary>Another term follows its last day by itself, whether or not that is written down yet.</summary>
    public bool Renews { get; init; }

    /// <summary>Who knows more at the association; null when nobody is named.</summary>
    public string? AskWhom { get; init; }

    /// <summary>Whether its last day went by for good.</summary>
    public bool OverOn(DateOnly date) => State == ConventionState.Ended || (date > EndsOn && !Renews);

    /// <summary>What is read of a convention, with the commitments for these procedures only.</summary>
    public static readonly Expression<Func<Convention, Guid[], ChannelCandidate>> With = (convention, procedures) => new ChannelCandidate(
        convention.Id, convention.Reference, convention.State, convention.StartsOn, convention.EndsOn, convention.SuspendedBecause,
        convention.Terms.Select(terms => new CandidateTerms(
            terms.Number, terms.EffectiveOn, terms.Communes, terms.Disclosed, terms.NirAllowed, terms.RetentionMonths,
            terms.Commitments.Where(commitment => procedures.Contains(commitment.ProcedureId))
                .Select(commitment => new CandidateCommitment(commitment.ProcedureId, commitment.AcknowledgeWithinDays, commitment.AnswerWithinDays, commitment.ExpiryDays, commitment.MonthlyCap))
                .ToList()))
            .ToList())
    {
        Renews = convention.NoticeBy != null,
        AskWhom = convention.Referents.Where(referent => referent.Side == Side.Association).OrderBy(referent => referent.Rank == ReferentRank.Deputy).Select(referent => referent.Name).FirstOrDefault(),
    };

    /// <summary>The last version that has taken effect; before the first has, that one.</summary>
    public CandidateTerms TermsOn(DateOnly date) =>
        Versions.Where(version => version.EffectiveOn <= date).MaxBy(version => version.Number) ?? Versions.MinBy(version => version.Number)!;
}

/// <summary>One version of it, with the commitments that were asked about.</summary>
internal sealed record CandidateTerms(
    int Number, DateOnly EffectiveOn, string[] Communes, IReadOnlyList<DisclosedField> Disclosed, bool NirAllowed, int RetentionMonths,
    IReadOnlyList<CandidateCommitment> Commitments)
{
    public CandidateCommitment? For(Guid procedureId) => Commitments.FirstOrDefault(commitment => commitment.ProcedureId == procedureId);
}

/// <summary>What is promised for one procedure.</summary>
internal sealed record CandidateCommitment(Guid ProcedureId, int AcknowledgeWithinDays, int AnswerWithinDays, int ExpiryDays, int? MonthlyCap);
