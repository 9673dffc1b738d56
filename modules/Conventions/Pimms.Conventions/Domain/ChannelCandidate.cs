namespace Pimms.Conventions;

/// <summary>A convention as far as the channel asks.</summary>
internal sealed record ChannelCandidate(
    Guid Id, string Reference, ConventionState State, DateOnly StartsOn, DateOnly EndsOn, string SuspendedBecause, IReadOnlyList<CandidateTerms> Versions)
{
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
internal sealed record CandidateCommitment(Guid ProcedureId, int AcknowledgeWithinDays, int AnswerWithinDays, int ExpiryDays);
