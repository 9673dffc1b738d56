namespace Pimms.Conventions;

/// <summary>Some conventions in force whose last day went by, for this transaction alone: another host takes others.</summary>
internal static class OverConventions
{
    /// <summary>Those that are over.</summary>
    public static Task<List<Convention>> ClaimOver(this ConventionsDbContext db, DateOnly today, int atMost, CancellationToken ct) =>
        db.Conventions.FromSql($"""
            select *, xmin from conventions.conventions
            where state in ('Active', 'Prolonged', 'Suspended') and ends_on < {today} and notice_by is null
            order by ends_on limit {atMost} for update skip locked
            """).AsTracking().ToListAsync(ct);

    /// <summary>Those that go on by themselves.</summary>
    public static Task<List<Convention>> ClaimToRenew(this ConventionsDbContext db, DateOnly today, int atMost, CancellationToken ct) =>
        db.Conventions.FromSql($"""
            select *, xmin from conventions.conventions
            where state in ('Active', 'Prolonged', 'Suspended') and ends_on < {today} and notice_by is not null
            order by ends_on limit {atMost} for update skip locked
            """).AsTracking().ToListAsync(ct);
}
