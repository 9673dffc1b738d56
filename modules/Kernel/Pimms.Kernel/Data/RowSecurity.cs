using Microsoft.EntityFrameworkCore.Migrations;

namespace Pimms.Kernel;

/// <summary>
/// Row-level security, written once for all migrations. Policies are plain comparisons with the transaction's settings, and never ask a
/// table: an unset setting compares as null and shows nothing. FORCE makes the owner obey too.
/// </summary>
public static class RowSecurity
{
    /// <summary>True for a row whose site is one of the caller's. Give the column.</summary>
    public static string SiteIsMine(string column) => $"{column} = any({IdsIn("pimms.site_ids")})";

    /// <summary>True for a row whose sites, one at least, are all the caller's. Give the column, an array.</summary>
    public static string SitesAreMine(string column) => $"(cardinality({column}) > 0 and {column} <@ string_to_array(nullif(current_setting('pimms.site_ids', true), ''), ',')::uuid[])";

    /// <summary>True for a row whose unit is one of the caller's. Give the column.</summary>
    public static string UnitIsMine(string column) => $"{column} = any({IdsIn("pimms.unit_ids")})";

    /// <summary>True for a row of the caller's partner. Give the column.</summary>
    public static string PartnerIsMine(string column) => $"{column} = nullif(current_setting('pimms.partner_id', true), '')::uuid";

    /// <summary>True for the caller's own row. Give the column.</summary>
    public static string PersonIsMe(string column) => $"{column} = nullif(current_setting('pimms.user_id', true), '')::uuid";

    /// <summary>True when the caller stands on the association's side, whatever the row.</summary>
    public const string Association = "current_setting('pimms.side', true) = 'Association'";

    /// <summary>True when the caller is an administrator, whatever the row.</summary>
    public const string Administrator = "current_setting('pimms.role', true) = 'Administrator'";

    /// <summary>True when anybody is signed in, whatever the row.</summary>
    public const string SignedIn = "current_setting('pimms.side', true) in ('Association', 'Partner')";

    /// <summary>The caller's end of the channel, as rows name it.</summary>
    public const string CurrentSide = "current_setting('pimms.side', true)";

    /// <summary>True when the caller has this role, whatever the row.</summary>
    public static string RoleIs(Role role) => $"current_setting('pimms.role', true) = '{role}'";

    /// <summary>No row at all: for tables that only background work touches.</summary>
    public const string Nobody = "false";

    // The select has no table: it is there so that the list is taken apart once per statement. Without it that is done for every row.
    private static string IdsIn(string setting) => $"(select string_to_array(nullif(current_setting('{setting}', true), ''), ',')::uuid[])::uuid[]";

    /// <summary>Enables and forces row-level security on a table and says who sees and who changes which rows.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="table">The table, with its schema.</param>
    /// <param name="see">A condition over the row for people's requests.</param>
    /// <param name="change">The same for insert, update and delete; <paramref name="see"/> when left out.</param>
    public static void ProtectRows(this MigrationBuilder migration, string table, string see, string? change = null)
    {
        change ??= see;
        migration.Sql($"""
            alter table {table} enable row level security;
            alter table {table} force row level security;
            create policy people_see on {table} for select to {DatabaseRoles.Application} using ({see});
            create policy people_insert on {table} for insert to {DatabaseRoles.Application} with check ({change});
            create policy people_update on {table} for update to {DatabaseRoles.Application} using ({change}) with check ({change});
            create policy people_delete on {table} for delete to {DatabaseRoles.Application} using ({change});
            create policy work on {table} to {DatabaseRoles.Worker} using (true) with check (true);
            """);
    }

    /// <summary>Lets an administrator's overview read these columns of every row, and no other column: nobody's content.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="table">The table, with its schema; its rows are protected already.</param>
    /// <param name="columns">What may be read: numbers, dates, states, names of organisations.</param>
    public static void LetOversee(this MigrationBuilder migration, string table, params string[] columns) => migration.Sql($"""
        grant usage on schema {table.Split('.')[0]} to {DatabaseRoles.Overseer};
        grant select ({string.Join(", ", columns)}) on {table} to {DatabaseRoles.Overseer};
        drop policy if exists oversee on {table};
        create policy oversee on {table} for select to {DatabaseRoles.Overseer} using ({Administrator});
        """);

    /// <summary>Says anew who changes which rows of a table that is protected already; who sees them stays as it was.</summary>
    public static void ProtectChanges(this MigrationBuilder migration, string table, string change) => migration.Sql($"""
        alter policy people_insert on {table} with check ({change});
        alter policy people_update on {table} using ({change}) with check ({change});
        alter policy people_delete on {table} using ({change});
        """);

    /// <summary>Runs an embedded <c>.sql</c> file: for what EF has no words for.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="of">The same, as the class that asks: the file is in its assembly. (Asking for the calling assembly goes wrong as soon as the call is inlined.)</param>
    /// <param name="fileName">The file's own name.</param>
    public static void SqlFile(this MigrationBuilder migration, Migration of, string fileName)
    {
        var assembly = of.GetType().Assembly;
        var resource = assembly.GetManifestResourceNames().Single(name => name.EndsWith('.' + fileName, StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        migration.Sql(reader.ReadToEnd());
    }

    /// <summary>Makes a child row follow its parent's scope: a composite foreign key that cascades when the scope changes, checked at commit.</summary>
    /// <param name="migration">The migration.</param>
    /// <param name="child">The child table, with its schema.</param>
    /// <param name="parent">The parent table, with its schema.</param>
    /// <param name="childKey">The child's columns: the parent's id first, then the scope columns.</param>
    /// <param name="parentKey">The parent's columns, <c>id</c> first; made unique together here.</param>
    public static void FollowScope(this MigrationBuilder migration, string child, string parent, string childKey, string parentKey)
    {
        var name = $"{parent.Split('.')[1]}_scope_{parentKey.Replace(", ", "_", StringComparison.Ordinal)}";
        migration.Sql($"""
            do $$ begin
              if not exists (select from pg_constraint where conname = left('{name}', 63) and conrelid = '{parent}'::regclass) then
                alter table {parent} add constraint {name[..Math.Min(63, name.Length)]} unique ({parentKey});
              end if;
            end $$;
            alter table {child} add constraint {child.Split('.')[1]}_follows_scope foreign key ({childKey}) references {parent} ({parentKey})
              on update cascade on delete cascade deferrable initially deferred;
            """);
    }
}
