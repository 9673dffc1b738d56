namespace Pimms.Referrals;

internal enum Urgency
{
    Normal,
    Urgent,
}

internal enum Outcome
{
    RightOpened,
    PaymentPlan,
    DebtReduced,
    PaymentMade,
    DecisionReversed,
    InformationGiven,
    AppointmentGiven,
    Upheld,
    NotPossible,
    Other,
}

internal enum DeclineReason
{
    NotCompetent,
    OutOfScope,
    Incomplete,
    BeneficiaryUnknown,
    Duplicate,
    AlreadyHandled,
    NotEligible,
    Other,
}

internal enum WithdrawReason
{
    SolvedOtherwise,
    BeneficiaryGaveUp,
    ConsentWithdrawn,
    SentByMistake,
    Other,
}

internal enum VerifiedResult
{
    Confirmed,
    PartlyEffective,
    NotEffective,
    BeneficiaryUnreachable,
    NotVerified,
}

/// <summary>Whether the person could do it next time. Partners never see it.</summary>
internal enum Autonomy
{
    Alone,
    WithHelp,
    NotYet,
}

/// <summary>Who owes the time of a segment of the ledger.</summary>
internal enum OwedBy
{
    Partner,
    Association,
    Beneficiary,
}

internal enum Visibility
{
    /// <summary>Both sides read it.</summary>
    Shared,

    /// <summary>Only the side that wrote it.</summary>
    OwnSide,
}
