namespace Pimms.Conventions;

internal static class OverConventions
{
    /// <summary>Some conventions in force whose last day went by, for this transaction alone: another host takes others.</summary>
    public static Task<List<Convention>> ClaimOver(this ConventionsDbContext db, DateOnly today, int atMost, CancellationToken ct) =>
        db.Conventions.FromSql($"""
            select *, xmin from conventions.conventions
            where state in ('Active', 'Suspended') and ends_on < {today}
            order by ends_on limit {atMost} for update skip locked
            """).AsTracking().ToListAsync(ct);
}
