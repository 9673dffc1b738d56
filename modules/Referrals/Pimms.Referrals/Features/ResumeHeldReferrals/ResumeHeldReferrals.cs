namespace Pimms.Referrals;

/// <summary>What rested until today.</summary>
internal sealed record ResumeHeldReferrals : IRequest<Result>;

internal sealed class ResumeHeldReferralsHandler(DueReferrals due, CurrentUser user, TimeProvider clock) : IRequestHandler<ResumeHeldReferrals, Result>
{
    public Task<Result> Handle(ResumeHeldReferrals command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return due.ToResume(WorkingCalendar.DayOf(now), referral => referral.Resume(user, now), ct);
    }
}
