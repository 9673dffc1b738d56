namespace Pimms.Referrals;

/// <summary>What one referral adds to the figures. Codes, days and an amount: nothing of whom it is about.</summary>
internal sealed record FlowFact
{
    public Guid ProcedureId { get; init; }

    public string ProcedureTitle { get; init; } = "";

    public DateOnly SentOn { get; init; }

    /// <summary>Running, Answered, Declined, Expired or Withdrawn.</summary>
    public string Ending { get; init; } = "";

    /// <summary>Working days until the first reaction; null when there was none.</summary>
    public int? AcknowledgeDays { get; init; }

    /// <summary>Null when it cannot be judged: still in time, or withdrawn before.</summary>
    public bool? AcknowledgedInTime { get; init; }

    /// <summary>Working days that the partner owed until the first answer or decline; null when there was none.</summary>
    public int? AnswerDays { get; init; }

    /// <inheritdoc cref="AcknowledgedInTime"/>
    public bool? AnsweredInTime { get; init; }

    /// <summary>Working days until the first answer or decline, whoever owed them.</summary>
    public int? ElapsedDays { get; init; }

    public int OwedByPartner { get; init; }

    public int OwedByAssociation { get; init; }

    public int OwedByBeneficiary { get; init; }

    public int OwedByThirdParty { get; init; }

    public string? Outcome { get; init; }

    public string? DeclineReason { get; init; }

    public string? VerifiedResult { get; init; }

    public decimal? Amount { get; init; }
}
