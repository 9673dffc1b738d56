using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Pimms.Kernel;

/// <summary>Grants and policies of one schema, as its <see cref="PeoplesRights"/> say. Done again only when something of it is new: policies lock their tables.</summary>
internal static class Grants
{
    public static async Task Apply(NpgsqlConnection connection, string schema, PeoplesRights rights, IEnumerable<string> migrations, CancellationToken ct)
    {
        var sql = Sql(schema, rights);
        var mark = "rights " + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [sql, .. migrations]))));
        await using var known = new NpgsqlCommand("select coalesce(obj_description(to_regnamespace($1)::oid, 'pg_namespace'), '')", connection) { Parameters = { new() { Value = schema } } };
        if ((string)(await known.ExecuteScalarAsync(ct))! == mark)
            return;
        // Several statements in one message are one transaction.
        await using var apply = new NpgsqlCommand($"{sql};\ncomment on schema {schema} is '{mark}'", connection);
        await apply.ExecuteNonQueryAsync(ct);
    }

    private static string Sql(string schema, PeoplesRights rights) => string.Join('\n',
    [
        $"""
        grant usage on schema {schema} to {DatabaseRoles.Application}, {DatabaseRoles.Worker};
        grant select, insert, update, delete on all tables in schema {schema} to {DatabaseRoles.Worker};
        revoke all on all tables in schema {schema} from {DatabaseRoles.Application};
        grant select on all tables in schema {schema} to {DatabaseRoles.Application};
        grant usage on all sequences in schema {schema} to {DatabaseRoles.Application}, {DatabaseRoles.Worker};
        revoke insert, update, delete on {schema}.__migrations from {DatabaseRoles.Worker};
        -- People's requests post messages; what others posted is not theirs to read.
        revoke all on {schema}.outbox, {schema}.inbox from {DatabaseRoles.Application};
        do $$
        declare
          changing record;
        begin
          for changing in select polname, polrelid::regclass as of, polcmd from pg_policy join pg_class c on c.oid = polrelid
            where c.relnamespace = '{schema}'::regnamespace and polname in ('people_insert', 'people_update', 'people_delete') loop
            execute format(case changing.polcmd when 'a' then 'alter policy %I on %s with check (false)' when 'w' then 'alter policy %I on %s using (false) with check (false)'
              else 'alter policy %I on %s using (false)' end, changing.polname, changing.of);
          end loop;
        end $$;
        """,
        .. rights.Tables.Select(table => Of($"{schema}.{table.Table}", table)),
        Outbox(schema, rights.Events),
        rights.Guards,
    ]);

    private static string Of(string name, TableRights table) => string.Join('\n',
    [
        table.Insert is { } insert ? $"grant insert on {name} to {DatabaseRoles.Application}; alter policy people_insert on {name} with check ({insert});" : "",
        table.Update is { } update ? $"""
            alter policy people_update on {name} using ({update}) with check ({update});
            do $$ begin
              execute format('grant update (%s) on {name} to {DatabaseRoles.Application}', (select string_agg(quote_ident(attname), ', ') from pg_attribute
                where attrelid = '{name}'::regclass and attnum > 0 and not attisdropped and {Chosen(table)}));
            end $$;
            """ : "",
        table.Delete is { } delete ? $"grant delete on {name} to {DatabaseRoles.Application}; alter policy people_delete on {name} using ({delete});" : "",
    ]);

    private static string Chosen(TableRights table) => table.Columns is { } columns ? $"attname = any(array[{Quoted(columns)}])" : $"attname <> all(array[{Quoted(table.Fixed)}]::text[])";

    private static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"'{name}'"));

    private static string Outbox(string schema, IReadOnlyList<EventRights> events)
    {
        var posts = events.Count == 0 ? RowSecurity.Nobody : string.Join(" or ", events.Select(posted => $"(name = '{posted.Name}' and ({posted.When}))"));
        return $"""
            alter table {schema}.outbox enable row level security;
            alter table {schema}.outbox force row level security;
            drop policy if exists work on {schema}.outbox;
            drop policy if exists people_post on {schema}.outbox;
            create policy work on {schema}.outbox to {DatabaseRoles.Worker} using (true) with check (true);
            create policy people_post on {schema}.outbox for insert to {DatabaseRoles.Application} with check ({posts});
            {(events.Count == 0 ? "" : $"grant insert on {schema}.outbox to {DatabaseRoles.Application};")}
            """;
    }
}
