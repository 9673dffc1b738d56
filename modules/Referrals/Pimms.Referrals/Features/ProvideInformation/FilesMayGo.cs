namespace Pimms.Referrals;

/// <summary>Whether the person agreed that the partner gets files: said before one is chosen.</summary>
internal sealed record FilesMayGo(Guid ReferralId) : IRequest<Result<bool>>;

internal sealed class FilesMayGoHandler(ReferralsDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<FilesMayGo, Result<bool>>
{
    public async Task<Result<bool>> Handle(FilesMayGo query, CancellationToken ct)
    {
        var referral = await db.Referrals.AsNoTracking().VisibleTo(user).Existing(query.ReferralId, ct);
        return await db.AgreedToFiles(referral, WorkingCalendar.DayOf(clock.GetUtcNow()), ct);
    }
}
