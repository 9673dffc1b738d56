namespace Pimms.Referrals;

/// <summary>An answer that nobody verified for thirty days.</summary>
internal sealed record AutoCloseReferrals : IRequest<Result>;

internal sealed class AutoCloseReferralsHandler(DueReferrals due, CurrentUser user, TimeProvider clock) : IRequestHandler<AutoCloseReferrals, Result>
{
    public Task<Result> Handle(AutoCloseReferrals command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return due.ToAutoClose(now.AddDays(-ReferralMoves.AutoCloseAfterDays), referral => referral.AutoClose(user, now), ct);
    }
}
