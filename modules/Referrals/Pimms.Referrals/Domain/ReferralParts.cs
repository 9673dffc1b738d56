namespace Pimms.Referrals;

/// <summary>What a mediator asks: the part that stays open to change while it is a draft.</summary>
internal sealed record ReferralRequest(string Subject, string ExpectedOutcome, Urgency Urgency, string? UrgencyReason, Dictionary<string, string> Answers)
{
    /// <summary>Whether both ask word for word the same.</summary>
    public bool SaysTheSameAs(ReferralRequest other) =>
        this with { Answers = other.Answers } == other && Answers.Count == other.Answers.Count && Answers.All(answer => other.Answers.TryGetValue(answer.Key, out var same) && same == answer.Value);
}

/// <summary>Whom a referral is for: names as they were when it was written, so that no list asks another module.</summary>
internal sealed record Addressee(Guid PartnerId, string PartnerName, Guid UnitId, string UnitName, Guid ProcedureId, string ProcedureTitle, int FormVersion);

/// <summary>One thing that a partner asked for.</summary>
/// <param name="Id">Names it in the answer.</param>
/// <param name="Label">What is missing.</param>
/// <param name="Answer">In words; null while it is awaited, and where only a document or the reason why not answers.</param>
/// <param name="WhyNot">Why it cannot be provided; null when it can, or is awaited.</param>
internal sealed record InformationItem(Guid Id, string Label, string? Answer, string? WhyNot = null);

/// <summary>What the association says of one of them; a document may say it instead.</summary>
/// <param name="Id">The item's.</param>
/// <param name="Answer">In words.</param>
/// <param name="WhyNot">Why it cannot be provided.</param>
internal sealed record ProvidedItem(Guid Id, string? Answer, string? WhyNot = null)
{
    public bool SaysNothing => string.IsNullOrWhiteSpace(Answer) && string.IsNullOrWhiteSpace(WhyNot);
}

/// <summary>What the partner decided.</summary>
internal sealed record PartnerDecision
{
    public Outcome? Outcome { get; init; }

    public decimal? Amount { get; init; }

    public string? NextSteps { get; init; }

    public DeclineReason? DeclineReason { get; init; }

    public Guid? SuggestedPartnerId { get; init; }

    public string? SuggestedPartnerName { get; init; }

    public required string Text { get; init; }
}

/// <summary>What the partner had decided before the referral was reopened.</summary>
/// <param name="At">When.</param>
/// <param name="Verified">What the mediator had found with the person; null when nobody had looked.</param>
internal sealed record FormerAnswer(PartnerDecision Decision, DateTimeOffset At, VerifiedResult? Verified);

/// <summary>One line of the timeline. Never changed.</summary>
internal sealed class ReferralEvent : IJournaled
{
    public Guid Id { get; init; }

    public Guid ReferralId { get; init; }

    public Guid SiteId { get; init; }

    public Guid VisibleToUnit { get; init; }

    /// <summary>The revision that the referral had after it: what one has missed is what stands above one's own.</summary>
    public int Revision { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>A <see cref="Move"/>, or an act: <c>Draft</c>, <c>Assign</c>, <c>Transfer</c>, <c>Seen</c>.</summary>
    public string Kind { get; init; } = "";

    public Side Side { get; init; }

    public string Who { get; init; } = "";

    public Visibility Visibility { get; init; }

    /// <summary>A code or name that belongs to it: an outcome, a reason, a colleague; null when none.</summary>
    public string? Detail { get; init; }

    public string? Text { get; init; }

    public (string Kind, Guid Id) JournalSubject => ("referral", ReferralId);
}

/// <summary>One message of the conversation, or a note for one's own side.</summary>
internal sealed class ReferralMessage : IJournaled
{
    public Guid Id { get; init; }

    public Guid ReferralId { get; init; }

    public Guid SiteId { get; init; }

    public Guid VisibleToUnit { get; init; }

    public DateTimeOffset At { get; init; }

    public Guid AuthorId { get; init; }

    public string Who { get; init; } = "";

    public Side Side { get; init; }

    public Visibility Visibility { get; init; }

    public string Text { get; init; } = "";

    public (string Kind, Guid Id) JournalSubject => ("referral", ReferralId);
}

/// <summary>What is left for the partner when the beneficiary withdrew consent: that there was a referral, and why it is gone.</summary>
internal sealed class ReferralTombstone
{
    public Guid ReferralId { get; init; }

    public string Number { get; init; } = "";

    public Guid SiteId { get; init; }

    public Guid UnitId { get; init; }

    public DateTimeOffset At { get; init; }
}
