namespace Pimms.Referrals;

/// <summary>Claims what is due by itself: rows that another host has in hand are left to it.</summary>
internal sealed class DueReferrals(ReferralsDbContext db)
{
    private const int BatchSize = 200;

    /// <param name="condition">SQL over the referrals' columns, of constants and dates only.</param>
    /// <param name="move">What happens to each.</param>
    /// <param name="ct">Cancels the work.</param>
    public async Task<Result> Each(string condition, Func<Referral, Result> move, CancellationToken ct)
    {
        foreach (var referral in await db.Referrals.FromSqlRaw($"select * from {ReferralsDbContext.Name}.referrals where {condition} limit {BatchSize} for update skip locked").ToListAsync(ct))
            move(referral);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
