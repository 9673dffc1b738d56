namespace Pimms.Referrals;

/// <summary>What rested until today.</summary>
internal sealed record ResumeHeldReferrals : IRequest<Result>;

internal sealed class ResumeHeldReferralsHandler(DueReferrals due, CurrentUser user, TimeProvider clock) : IRequestHandler<ResumeHeldReferrals, Result>
{
    public Task<Result> Handle(ResumeHeldReferrals command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return due.Each($"state = 'OnHold' and resume_on <= '{WorkingCalendar.DayOf(now):yyyy-MM-dd}'", referral => referral.Resume(user, now), ct);
    }
}
