using Npgsql;

namespace Pimms.Kernel;

/// <summary>The host refuses to start with a database role that row-level security does not hold.</summary>
public static class RoleCheck
{
    /// <summary>Throws when the connection's role, or one it may become, is a superuser, may bypass row-level security, or owns a table.</summary>
    /// <exception cref="InvalidOperationException">It may; the message says what to set instead.</exception>
    public static async Task RefuseRolesThatBypass(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var command = source.CreateCommand("""
            select coalesce(string_agg(distinct rolname || ' (' || why || ')', ', '), '')
            from (
              select r.rolname, case when r.rolsuper then 'superuser' else 'bypasses row-level security' end as why
              from pg_roles r where (r.rolsuper or r.rolbypassrls) and (r.rolname = session_user or pg_has_role(session_user, r.oid, 'member'))
              union all
              select r.rolname, 'owns tables'
              from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_roles r on r.oid = c.relowner
              where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') and pg_has_role(session_user, r.oid, 'member')
            ) found
            """);
        var found = (string)(await command.ExecuteScalarAsync(ct))!;
        if (found.Length > 0)
        {
            throw new InvalidOperationException(
                $"ConnectionStrings:Pimms signs in with rights that row-level security does not hold: {found}. "
                + "Give the owner's connection as ConnectionStrings:PimmsOwner, and as ConnectionStrings:Pimms a role made with: "
                + "create role pimms_app login nosuperuser nobypassrls noinherit password '…'.");
        }
    }
}
