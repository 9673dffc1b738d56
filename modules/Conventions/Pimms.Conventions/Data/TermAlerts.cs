using Microsoft.EntityFrameworkCore.Migrations;
using static Pimms.Kernel.RowSecurity;

namespace Pimms.Conventions;

/// <summary>Which alerts are due, and that each is given once: by locks while hosts work beside each other, by a key for ever.</summary>
internal static class TermAlerts
{
    public static void Protect(MigrationBuilder migration)
    {
        migration.ProtectRows("conventions.term_alerts", Association, change: Nobody);
        migration.FollowScope("conventions.term_alerts", "conventions.conventions", "convention_id, partner_id", "id, partner_id");
        migration.ProtectRows("conventions.calendar_feeds", $"{Administrator} and {PersonIsMe("person_id")}");
    }

    /// <summary>Days that have come near and of which nobody was told that near; their conventions are this transaction's alone, another host passes them over.</summary>
    public static Task<List<DueAlert>> ClaimDueAlerts(this ConventionsDbContext db, DateOnly today, int atMost, CancellationToken ct) =>
        db.Database.SqlQuery<DueAlert>($"""
            select c.id as convention_id, near.kind, near.day, before.days as days_before
            from conventions.conventions c
            cross join lateral (values ('Notice', c.notice_by), (case when c.notice_by is null then 'End' else 'Renewal' end, c.ends_on)) as near(kind, day)
            cross join unnest({TermAlert.Ahead}) as before(days)
            where c.state in ('Active', 'Prolonged', 'Suspended') and near.day >= {today} and near.day - before.days <= {today}
              and not exists (select from conventions.term_alerts given
                where given.convention_id = c.id and given.kind = near.kind and given.day = near.day and given.days_before <= before.days)
            order by near.day, c.id limit {atMost} for update of c skip locked
            """).ToListAsync(ct);

    /// <summary>True when it was not given before: of two that try, one is told so.</summary>
    public static async Task<bool> Note(this ConventionsDbContext db, TermAlert alert, CancellationToken ct) => await db.Database.ExecuteSqlAsync($"""
        insert into conventions.term_alerts (convention_id, partner_id, kind, day, days_before, at)
        values ({alert.ConventionId}, {alert.PartnerId}, {alert.Kind.ToString()}, {alert.Day}, {alert.DaysBefore}, {alert.At})
        on conflict do nothing
        """, ct) == 1;
}

internal sealed record DueAlert(Guid ConventionId, string Kind, DateOnly Day, int DaysBefore);
