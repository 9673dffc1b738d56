namespace Pimms.Referrals;

/// <summary>Claims what is due by itself, a batch at a time: rows that another host has in hand are left to it.</summary>
internal sealed class DueReferrals(ReferralsDbContext db)
{
    public Task<Result> ToExpire(DateOnly today, Func<Referral, Result> move, CancellationToken ct) => Each(db.Database.SqlQuery<Guid>(
        $"select id from referrals.referrals where state = 'Sent' and clocks_expires_on < {today} limit 200 for update skip locked"), move, ct);

    public Task<Result> ToAutoClose(DateTimeOffset answeredBefore, Func<Referral, Result> move, CancellationToken ct) => Each(db.Database.SqlQuery<Guid>(
        $"select id from referrals.referrals where state = 'Answered' and clocks_stopped_at < {answeredBefore} limit 200 for update skip locked"), move, ct);

    public Task<Result> ToResume(DateOnly today, Func<Referral, Result> move, CancellationToken ct) => Each(db.Database.SqlQuery<Guid>(
        $"select id from referrals.referrals where state = 'OnHold' and resume_on <= {today} limit 200 for update skip locked"), move, ct);

    private async Task<Result> Each(IQueryable<Guid> due, Func<Referral, Result> move, CancellationToken ct)
    {
        var claimed = await due.ToListAsync(ct);
        foreach (var referral in await db.Referrals.Where(one => claimed.Contains(one.Id)).ToListAsync(ct))
            move(referral);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
