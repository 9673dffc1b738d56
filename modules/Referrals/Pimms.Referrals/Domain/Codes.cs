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

/// <summary>Why a partner lets a referral rest, and with that who owes the time: see <see cref="HoldReasons"/>.</summary>
internal enum HoldReason
{
    AwaitingBeneficiary,
    AwaitingThirdParty,
    AwaitingDecision,
    Other,
}

/// <summary>What a hold does to the clock.</summary>
internal static class HoldReasons
{
    /// <summary>Who owes the time meanwhile; null when it is still the partner itself, and its clock runs on.</summary>
    public static OwedBy? OwedBy(this HoldReason reason) => reason switch
    {
        HoldReason.AwaitingBeneficiary => Referrals.OwedBy.Beneficiary,
        HoldReason.AwaitingThirdParty => Referrals.OwedBy.ThirdParty,
        _ => null,
    };
}

/// <summary>Who owes the time of a segment of the ledger.</summary>
internal enum OwedBy
{
    Partner,
    Association,
    Beneficiary,

    /// <summary>Neither side nor the person: somebody outside, named in the hold's text.</summary>
    ThirdParty,
}

internal enum Visibility
{
    /// <summary>Both sides read it.</summary>
    Shared,

    /// <summary>Only the side that wrote it.</summary>
    OwnSide,
}
