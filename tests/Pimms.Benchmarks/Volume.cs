using Npgsql;
using Pimms.Kernel;

namespace Pimms.Benchmarks;

/// <summary>
/// Years of referrals around the demonstration: 5,000 per unit, of which 60 are open; the number of units grows with the
/// size, as an association's network does. At 10,000 there are two units, at 1,000,000 two hundred.
/// </summary>
/// <param name="Unit">The unit of the persona that reads.</param>
/// <param name="Referral">An accepted one of that unit, with events and messages.</param>
/// <param name="Drafts">Complete and covered by consent, to be sent to another unit: what is sent must not fill the inbox that is measured.</param>
internal sealed record Volume(Guid Unit, Guid Referral, IReadOnlyList<Guid> Drafts)
{
    private const string Table = "referrals.referrals";
    private const int PerUnit = 5000;
    private const int OpenPerUnit = 60;

    public static async Task<Volume> Make(NpgsqlConnection connection, int size, int drafts)
    {
        var unit = DemonstrationId.Of("unit:energie-solidarite");
        await connection.Execute("set session_replication_role = replica");
        await connection.WithoutIndexes(Table, async () =>
        {
            // Rows like a demonstration referral, with another id, number, unit and state.
            await connection.Copy(Table, model: $"id = '{DemonstrationId.Of("referral:5b")}'",
                times: $"""
                generate_series(0, {size - 1}) n
                cross join lateral (select n / {PerUnit} as unit_number, n % {PerUnit} as k) s
                cross join lateral (select case when unit_number = 0 then '{unit}'::uuid else md5('unit' || unit_number)::uuid end as unit) u
                """,
                ("id", OrderedId("n")), ("number", "'V-' || n"), ("visible_to_unit", "u.unit"), ("unit_id", "u.unit"),
                ("state", $"case when k < {OpenPerUnit} * 2 / 3 then 'Accepted' when k < {OpenPerUnit} * 5 / 6 then 'Sent' when k < {OpenPerUnit} then 'OnHold' else 'Closed' end"),
                ("next_due_on", $"case when k < {OpenPerUnit} then current_date + (k % 20 - 3) else '9999-12-31' end"),
                ("changed_at", "now() - make_interval(hours => k)"));
            await connection.Copy(Table, model: $"id = '{DemonstrationId.Of("referral:1a")}'", times: $"generate_series(1, {drafts}) n",
                ("id", OrderedId($"{size} + n")), ("number", "'D-' || n"), ("case_id", CaseOf("n")), ("visible_to_unit", $"'{Guid.Empty}'"),
                ("unit_id", $"(select id from partners.units where partner_id = model.partner_id and id <> '{unit}' limit 1)"),
                ("state", "'Draft'"), ("next_due_on", "'9999-12-31'"), ("changed_at", "now()"), ("assignee_id", "null"), ("revision", "0"), ("accepted", "false"));
        });
        await People(connection, drafts);
        await connection.Execute("set session_replication_role = origin");
        return new(unit, DemonstrationId.Of("referral:5b"), [.. (await connection.Rows($"select id from {Table} where number like 'D-%' order by id")).Select(Guid.Parse)]);
    }

    /// <summary>A person for each draft, who agreed: the same request for the same person would be held up as a double.</summary>
    private static async Task People(NpgsqlConnection connection, int drafts)
    {
        var model = DemonstrationId.Of("case:1");
        await connection.Copy("referrals.cases", model: $"id = '{model}'", times: $"generate_series(1, {drafts}) n",
            ("id", CaseOf("n")), ("number", "'DC-' || n"), ("beneficiary_family_name", "'Personne' || n"), ("beneficiary_birth_date", "date '1930-01-01' + n"));
        await connection.Copy("referrals.consents", model: $"case_id = '{model}'", times: $"generate_series(1, {drafts}) n",
            ("id", "md5('consent' || n)::uuid"), ("case_id", CaseOf("n")));
    }

    private static string CaseOf(string n) => $"md5('case' || {n})::uuid";

    /// <summary>Ids that grow with time, as the platform's own do.</summary>
    private static string OrderedId(string n) => $"(lpad(to_hex(1700000000000 + {n}), 12, '0') || '7' || substr(md5(({n})::text), 1, 3) || '8' || substr(md5(({n})::text), 4, 15))::uuid";
}
