namespace Pimms.Referrals;

/// <summary>What nobody answered within the convention's expiry.</summary>
internal sealed record ExpireReferrals : IRequest<Result>;

internal sealed class ExpireReferralsHandler(DueReferrals due, CurrentUser user, TimeProvider clock) : IRequestHandler<ExpireReferrals, Result>
{
    public Task<Result> Handle(ExpireReferrals command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return due.ToExpire(WorkingCalendar.DayOf(now), referral => referral.Expire(user, now), ct);
    }
}
