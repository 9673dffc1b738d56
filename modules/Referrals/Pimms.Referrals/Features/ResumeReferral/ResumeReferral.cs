namespace Pimms.Referrals;

internal sealed record ResumeReferral(Guid ReferralId, uint Version) : IRequest<Result>;

internal sealed class ResumeReferralHandler(ReferralsDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<ResumeReferral, Result>
{
    public async Task<Result> Handle(ResumeReferral command, CancellationToken ct)
    {
        var referral = await db.Locked(command.ReferralId, command.Version, user, ct);
        return await referral.Resume(user, clock.GetUtcNow()).Then(() => db.SaveChangesAsync(ct));
    }
}
