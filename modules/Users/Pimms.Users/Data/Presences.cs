namespace Pimms.Users;

internal static class Presences
{
    /// <summary>Notes that a person is here, which is asked once a day.</summary>
    public static Task Note(this UsersDbContext db, Guid personId, DateTimeOffset now, CancellationToken ct) => db.Database.ExecuteSqlAsync($"""
        insert into users.presences (person_id, seen_at, warned_after_days) values ({personId}, {now}, 0)
        on conflict (person_id) do update set seen_at = excluded.seen_at, warned_after_days = 0
        """, ct);

    /// <summary>Whoever is counted from no day yet, invited or there before anybody counted, is counted from now.</summary>
    public static Task CountTheRest(this UsersDbContext db, DateTimeOffset now, CancellationToken ct) => db.Database.ExecuteSqlAsync($"""
        insert into users.presences (person_id, seen_at, warned_after_days)
        select id, {now}, 0 from users.people p where active and not exists (select from users.presences o where o.person_id = p.id)
        on conflict do nothing
        """, ct);

    /// <summary>Those who have not been here for long, held until the transaction ends: other hosts pass them over.</summary>
    public static Task<List<Presence>> ClaimLongGone(this UsersDbContext db, DateTimeOffset now, CancellationToken ct) => db.Presences.FromSql($"""
        select p.* from users.presences p
        where p.seen_at <= {now.AddDays(-Presence.Days.First)} and exists (select from users.people o where o.id = p.person_id and o.active)
        order by p.seen_at limit 100 for update of p skip locked
        """).ToListAsync(ct);
}
