namespace Pimms.Referrals;

/// <summary>Somebody of the partner has read it, as a program says: its own reading tells nobody anything.</summary>
internal sealed record MarkAsRead(Guid ReferralId) : IRequest<Result>;

internal sealed class MarkAsReadHandler(ReferralsDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<MarkAsRead, Result>
{
    public async Task<Result> Handle(MarkAsRead command, CancellationToken ct)
    {
        var referral = await db.Locked(command.ReferralId, user, ct);
        referral.See(user, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
