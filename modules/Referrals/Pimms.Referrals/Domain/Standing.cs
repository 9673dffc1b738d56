namespace Pimms.Referrals;

/// <summary>Where a referral stands, as the person is told: the partner's name and plain words, nothing of what was asked.</summary>
/// <param name="Next">The day by which something is due; null where none is.</param>
/// <param name="AwaitsPerson">The partner waits for the person itself.</param>
internal sealed record Standing(string PartnerName, DateOnly SentOn, ReferralState State, DateOnly? Next, bool AwaitsPerson = false)
{
    public static Standing Of(Referral referral) => new(referral.To.PartnerName, WorkingCalendar.DayOf(referral.SentAt!.Value), referral.State, referral.State switch
    {
        ReferralState.Sent => referral.Clocks.AcknowledgeDueOn,
        ReferralState.Accepted => referral.Clocks.AnswerDueOn,
        ReferralState.OnHold => referral.ResumeOn,
        _ => null,
    }, referral.HoldReason == HoldReason.AwaitingBeneficiary);

    /// <summary>What is the case, in the language of the paper.</summary>
    public string Says(Texts paper) => paper[AwaitsPerson ? "Standing.OnHold.You" : $"Standing.{State}", PartnerName];

    /// <summary>What comes next, and by when.</summary>
    public string SaysNext(Texts paper) => State is ReferralState.Sent or ReferralState.Accepted or ReferralState.OnHold && Next is null
        ? paper["Standing.Soon"]
        : paper[$"Standing.{State}.Next", PartnerName, Next is { } day ? paper.PaperDay(day) : null];
}
