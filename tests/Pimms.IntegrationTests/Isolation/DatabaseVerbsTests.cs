// Long because each thing that nobody may rewrite is a line here, and each way of trying is stated once.
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Pimms.IntegrationTests;

/// <summary>
/// Every verb on every table and column of every schema, in plain SQL and with a person's settings: what changes is what <see cref="PeoplesRights"/>
/// lets change, for those whose business it is. Tables, columns and rows are the catalogue's own. On a platform of its own: nobody else changes a row meanwhile.
/// </summary>
public sealed class DatabaseVerbsTests(Platform platform) : IClassFixture<Platform>
{
    private static readonly string[] Everybody = ["platform.once", "users.mail_choices"];
    private static readonly string[] OfPartners = ["referrals.referrals", "referrals.events", "referrals.messages", "referrals.documents", "referrals.canned_replies", "referrals.outbox"];

    private static readonly string[] OfMediators =
    [
        "referrals.referrals", "referrals.events", "referrals.messages", "referrals.documents", "referrals.outbox", "referrals.cases", "referrals.consents", "referrals.consent_evidence",
        "referrals.case_files", "referrals.steps", "referrals.receipts", "referrals.redirections", "referrals.late_disclosures", "referrals.tombstones", "referrals.sent_counts",
    ];

    private static readonly string[] OfManagers = ["users.people", "users.absences", "users.outbox"];

    public static TheoryData<string> People => [.. Matrix.Visitors.Skip(1)];

    [Theory]
    [MemberData(nameof(People))]
    public async Task What_a_person_could_change_is_what_it_may(string userName)
    {
        var user = await Personas.Of(platform.Services, userName);
        await using var connection = await platform.Superuser.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, TestContext.Current.CancellationToken);
        var tables = await connection.Rows("""
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') order by 1
            """);
        Assert.Contains("journal.entries", tables);
        var before = await Sums(connection, tables);

        var changed = new List<string>();
        foreach (var table in tables)
        {
            foreach (var (verb, sql) in await Tries(connection, table))
            {
                if (await Changes(connection, user, sql))
                    changed.Add($"{verb} {table}");
            }
        }
        Assert.Equal([], changed.Distinct().Except(changed.Where(change => IsAllowed(change, user))));
        // Lest nothing was tried at all.
        if (userName is "agent.energie" or "mediator.valdegour")
            Assert.Contains("insert referrals.messages", changed);
        Assert.Equal(before, await Sums(connection, tables));
    }

    [Theory]
    [InlineData("agent.energie", "delete from referrals.events")]
    [InlineData("agent.energie", "delete from referrals.referrals")]
    [InlineData("agent.energie", "delete from referrals.documents")]
    [InlineData("agent.energie", "delete from referrals.messages")]
    [InlineData("agent.energie", "delete from referrals.tombstones")]
    [InlineData("agent.energie", "update referrals.messages set text = 'autre chose'")]
    [InlineData("agent.energie", "update referrals.events set text = 'autre chose'")]
    [InlineData("agent.energie", "update referrals.referrals set accepted = true")]
    [InlineData("agent.energie", "update referrals.late_disclosures set accepted = true")]
    [InlineData("agent.energie", "update referrals.referrals set state = 'Accepted', revision = revision + 1 where state = 'Sent'")]
    [InlineData("agent.energie", "update referrals.referrals set state = 'Closed', revision = revision + 1")]
    [InlineData("agent.energie", "update referrals.referrals set visible_to_unit = gen_random_uuid()")]
    [InlineData("agent.energie", "update referrals.referrals set disclosed = '{}'")]
    [InlineData("agent.energie", "update referrals.referrals set request_subject = 'autre chose'")]
    [InlineData("agent.energie", "update referrals.referrals set withdraw_reason = 'SolvedOtherwise'")]
    [InlineData("manager.energie", "update partners.units set name = 'autre'")]
    [InlineData("mediator.valdegour", "update referrals.referrals set disclosed = '{}' where state <> 'Draft'")]
    [InlineData("mediator.valdegour", "delete from referrals.referrals where state <> 'Draft'")]
    [InlineData("mediator.valdegour", "delete from referrals.documents where visible_to_unit <> '00000000-0000-0000-0000-000000000000'")]
    [InlineData("mediator.valdegour", "update referrals.consents set partner_ids = '{}'")]
    [InlineData("mediator.valdegour", "update referrals.consents set valid_until = valid_until + 365")]
    [InlineData("mediator.valdegour", "delete from referrals.consents")]
    [InlineData("mediator.valdegour", "delete from referrals.cases")]
    [InlineData("mediator.valdegour", "update referrals.sent_counts set count = 0")]
    [InlineData("lead.valdegour", "update referrals.referrals set decision = '{}'")]
    [InlineData("admin", "delete from conventions.steps")]
    [InlineData("admin", "delete from conventions.terms")]
    [InlineData("admin", "update conventions.review_comments set text = 'autre'")]
    [InlineData("admin", "delete from users.people")]
    [InlineData("admin", "update users.people set subject = 'autre'")]
    [InlineData("admin", "delete from partners.form_versions")]
    public async Task Nobody_rewrites_what_happened(string userName, string sql)
    {
        var user = await Personas.Of(platform.Services, userName);
        await using var connection = await platform.Superuser.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        Assert.False(await Changes(connection, user, sql));
    }

    [Theory]
    [InlineData("agent.energie", "conventions", "conventions.convention-ended", "")]
    [InlineData("agent.energie", "users", "users.person-deactivated", """{"personId": "ID"}""")]
    [InlineData("agent.energie", "users", "users.person-changed", """{"personId": "ID"}""")]
    [InlineData("manager.energie", "users", "users.person-deactivated", """{"personId": "ID"}""")]
    [InlineData("agent.energie", "referrals", "referrals.referral-moved", """{"referralId": "ID", "move": "Accept", "bySide": "Partner", "siteId": "ID", "unitId": "ID"}""")]
    [InlineData("agent.energie", "referrals", "referrals.referral-moved", """{"referralId": "ID", "move": "Accept", "bySide": "Partner", "siteId": "ID", "unitId": "UNIT"}""")]
    [InlineData("agent.energie", "referrals", "referrals.referral-moved", """{"referralId": "ID", "move": "Send", "bySide": "Association", "siteId": "ID", "unitId": "UNIT"}""")]
    [InlineData("agent.energie", "platform", "x", "{}")]
    [InlineData("mediator.valdegour", "partners", "x", "{}")]
    public async Task Nobody_announces_what_did_not_happen(string userName, string schema, string name, string body)
    {
        var user = await Personas.Of(platform.Services, userName);
        await using var connection = await platform.Superuser.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        var told = body.Replace("UNIT", user.UnitIds.FirstOrDefault().ToString(), StringComparison.Ordinal).Replace("ID", Guid.NewGuid().ToString(), StringComparison.Ordinal);
        Assert.False(await Changes(connection, user, $"""
            insert into {schema}.outbox (id, name, body, created_at, attempts, next_try_at) values (gen_random_uuid(), '{name}', '{(told.Length == 0 ? "{}" : told)}', now(), 0, now())
            """));
    }

    private bool IsAllowed(string change, CurrentUser user)
    {
        var words = change.Split(' ');
        var (verb, table, column) = (words[0], words[^1], words.Length == 3 ? words[1] : "");
        string[] business =
        [
            .. Everybody,
            .. user.Side == Side.Partner ? OfPartners : user.Role == Role.Administrator ? [] : OfMediators,
            .. user.Role is Role.PartnerManager or Role.SiteLead or Role.Administrator ? OfManagers : [],
            .. user.Role == Role.PartnerManager ? (string[])["partners.units", "conventions.review_comments"] : [],
        ];
        var (schema, name) = (table.Split('.')[0], table.Split('.')[1]);
        var own = business.Contains(table) || (user.Role == Role.Administrator && (schema is "conventions" or "partners" || table == "users.outreach_posts"));
        if (!own || platform.RightsOf(schema) is not { } rights)
            return false;
        if (name == "outbox")
            return verb == "insert" && rights.Events.Count > 0;
        return rights.Tables.SingleOrDefault(one => one.Table == name) is { } of
            && verb switch { "insert" => of.Insert is not null, "delete" => of.Delete is not null, "update" => of.MayUpdate(column), _ => false };
    }

    /// <summary>What is tried on a table: five rows as they stand under new ids, each column another value, all rows deleted.</summary>
    private static async Task<List<(string Verb, string Sql)>> Tries(NpgsqlConnection connection, string table)
    {
        var tries = new List<(string, string)> { ("delete", $"delete from {table}"), ("truncate", $"truncate {table} cascade") };
        var rows = await connection.Rows($"select to_jsonb(t)::text from {table} t order by md5(t::text) limit 5");
        var hasUuid = await connection.Value<bool>("select exists (select from pg_attribute where attrelid = $1::text::regclass and attname = 'id' and atttypid = 'uuid'::regtype)", table);
        foreach (var row in rows.DefaultIfEmpty("{}"))
        {
            // An id that is no uuid fails as a value does, before any right is asked: such rows go in as they stand.
            var under = row.Contains("\"id\": \"", StringComparison.Ordinal) && hasUuid ? " || jsonb_build_object('id', gen_random_uuid())" : "";
            tries.Add(("insert", $"insert into {table} select (jsonb_populate_record(null::{table}, $row${row}$row$::jsonb{under})).*"));
        }
        foreach (var column in await connection.Rows("select attname, format_type(atttypid, null) from pg_attribute where attrelid = $1::text::regclass and attnum > 0 and not attisdropped and attgenerated = ''", table))
        {
            var (name, type) = (column.Split('|')[0], column.Split('|')[1]);
            var other = type switch
            {
                "boolean" => $"not \"{name}\"",
                "uuid" => "gen_random_uuid()",
                "jsonb" => "'[]'",
                "bytea" => "'\\x00'",
                "date" => $"\"{name}\" + 1",
                "timestamp with time zone" => $"coalesce(\"{name}\", now()) + interval '1 hour'",
                "time without time zone" => $"\"{name}\" + interval '1 hour'",
                "integer" or "bigint" or "smallint" or "numeric" => $"coalesce(\"{name}\", 0) + 1",
                _ when type.EndsWith("[]", StringComparison.Ordinal) => "'{}'",
                _ => "'x'",
            };
            tries.Add(($"update {name}", $"update {table} set \"{name}\" = {other}"));
        }
        return tries;
    }

    /// <summary>Whether a statement of this person's gets past rights, policies and guards; a key or a check that stops it afterwards is no right. Nothing of it stays.</summary>
    private static async Task<bool> Changes(NpgsqlConnection connection, CurrentUser user, string sql)
    {
        await connection.Execute("savepoint try");
        try
        {
            await using (var batch = connection.CreateBatch())
            {
                batch.BatchCommands.Add(WhoAsks.Tell(user));
                await batch.ExecuteNonQueryAsync();
            }
            var rows = await connection.Execute(sql);
            await connection.Execute("set constraints all immediate");
            return rows != 0;
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.RaiseException)
        {
            return false;
        }
        catch (PostgresException refused)
        {
            Assert.True(refused.SqlState.StartsWith("23", StringComparison.Ordinal) || refused.SqlState.StartsWith("22", StringComparison.Ordinal), $"{sql}: {refused.Message}");
            return refused.SqlState.StartsWith("23", StringComparison.Ordinal);
        }
        finally
        {
            await connection.Execute("rollback to savepoint try");
        }
    }

    private static async Task<List<string>> Sums(NpgsqlConnection connection, List<string> tables)
    {
        var sums = new List<string>();
        foreach (var table in tables)
            sums.Add($"{table} {await connection.Value<string>($"select count(*) || ' ' || md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) from {table} t")}");
        return sums;
    }
}
