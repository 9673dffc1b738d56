using Npgsql;
using Pimms.Kernel;

namespace Pimms.Benchmarks;

/// <summary>
/// Years of referrals around the demonstration: 5,000 per unit, of which 60 are open; the number of units grows with the
/// size, as an association's network does. At 10,000 there are two units, at 1,000,000 two hundred.
/// </summary>
/// <param name="Unit">The unit of the persona that reads.</param>
/// <param name="Referral">An accepted one of that unit, with events and messages.</param>
/// <param name="Drafts">Complete and covered by consent, to be sent.</param>
internal sealed record Volume(Guid Unit, Guid Referral, IReadOnlyList<Guid> Drafts)
{
    private const int PerUnit = 5000;
    private const int OpenPerUnit = 60;

    public static async Task<Volume> Make(NpgsqlConnection connection, int size, int drafts)
    {
        var unit = DemonstrationId.Of("unit:energie-solidarite");
        await connection.Execute("set session_replication_role = replica");
        // Rows like a demonstration referral, with another id, number, unit and state.
        var columns = string.Join(", ", (await connection.Rows("""
            select column_name from information_schema.columns where table_schema = 'referrals' and table_name = 'referrals'
              and column_name not in ('id', 'number', 'visible_to_unit', 'unit_id', 'state', 'next_due_on', 'changed_at', 'case_id', 'assignee_id') order by ordinal_position
            """)));
        await connection.Execute($"""
            insert into referrals.referrals (id, number, visible_to_unit, unit_id, state, next_due_on, changed_at, case_id, assignee_id, {columns})
            select gen_random_uuid(), 'V-' || n, u.unit, u.unit,
              case when k < {OpenPerUnit} * 2 / 3 then 'Accepted' when k < {OpenPerUnit} * 5 / 6 then 'Sent' when k < {OpenPerUnit} then 'OnHold' else 'Closed' end,
              case when k < {OpenPerUnit} then current_date + (k % 20 - 3) else '9999-12-31' end, now() - make_interval(hours => k), case_id, assignee_id, {columns}
            from generate_series(0, {size - 1}) n
            cross join lateral (select n / {PerUnit} as unit_number, n % {PerUnit} as k) s
            cross join lateral (select case when unit_number = 0 then '{unit}'::uuid else md5('unit' || unit_number)::uuid end as unit) u
            cross join (select * from referrals.referrals where id = '{DemonstrationId.Of("referral:5b")}') model
            """);
        await connection.Execute($"""
            insert into referrals.referrals (id, number, visible_to_unit, unit_id, state, next_due_on, changed_at, case_id, assignee_id, site_id, revision, accepted, {Without(columns, "site_id", "revision", "accepted")})
            select gen_random_uuid(), 'D-' || n, '00000000-0000-0000-0000-000000000000', unit_id, 'Draft', '9999-12-31', now(), '{DemonstrationId.Of("case:1")}', null, '{DemonstrationId.Of("site:valdegour")}', 0, false, {Without(columns, "site_id", "revision", "accepted")}
            from generate_series(1, {drafts}) n cross join (select * from referrals.referrals where id = '{DemonstrationId.Of("referral:1a")}') model
            """);
        await connection.Execute("set session_replication_role = origin");
        await connection.Execute("vacuum analyze referrals.referrals");
        return new(unit, DemonstrationId.Of("referral:5b"), [.. (await connection.Rows("select id from referrals.referrals where number like 'D-%' order by number")).Select(Guid.Parse)]);
    }

    private static string Without(string columns, params string[] names) => string.Join(", ", columns.Split(", ").Except(names));
}
