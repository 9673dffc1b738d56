namespace Pimms.Referrals;

/// <summary>All that decides what is due on a referral: of a row, or of the whole.</summary>
internal sealed record DueFacts(
    ReferralState State, DateOnly? AcknowledgeDueOn, bool Acknowledged, DateOnly? AnswerDueOn, DateOnly? ResumeOn, DateOnly? HarmDate, DateTimeOffset ChangedAt, bool Paused = false)
{
    public static DueFacts Of(InboxRow row) => new(row.State, row.AcknowledgeDueOn, row.Acknowledged, row.AnswerDueOn, row.ResumeOn, row.HarmDate, row.ChangedAt, row.DaysLeftAtPause is not null);

    public static DueFacts Of(OverviewRow row) => new(row.State, row.AcknowledgeDueOn, row.Acknowledged, row.AnswerDueOn, row.ResumeOn, null, row.ChangedAt, row.Paused);

    public static DueFacts Of(Referral referral) => new(
        referral.State, referral.Clocks.AcknowledgeDueOn, referral.Clocks.AcknowledgedAt is not null, referral.Clocks.AnswerDueOn, referral.ResumeOn, referral.HarmDate, referral.ChangedAt, referral.Clocks.IsPaused);

    public static DueFacts Of(CaseReferral referral) => new(
        referral.State, referral.AcknowledgeDueOn, referral.Acknowledged, referral.AnswerDueOn, referral.ResumeOn, referral.HarmDate, referral.ChangedAt, referral.Paused);

    /// <summary>Nobody owes anything any more.</summary>
    public bool IsOver => State is ReferralState.Closed or ReferralState.Withdrawn;

    /// <summary>The clock that runs: acknowledgement first, then the answer; null when none does. A hold that the partner owes itself stops none.</summary>
    public DateOnly? RunningDueOn => State is ReferralState.Sent or ReferralState.Accepted || (State is ReferralState.OnHold && !Paused) ? Acknowledged ? AnswerDueOn : AcknowledgeDueOn : null;

    /// <summary>A promise is past. The person's own deadline is nobody's promise: when it is past, nobody is late by it.</summary>
    public bool IsLateOn(DateOnly day) => RunningDueOn < day;

    /// <summary>The partner has decided: the association looks at what came of it.</summary>
    public bool IsDecided => State is ReferralState.Answered or ReferralState.Declined or ReferralState.Expired;

    /// <summary>The harm date never pauses: it stands alone when no clock runs, and wins when it is earlier.</summary>
    public bool HarmIsFirst => HarmDate is { } harm && !IsOver && (RunningDueOn is not { } running || harm < running);
}
