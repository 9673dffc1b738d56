using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Pimms.Kernel;

/// <summary>Brings the database to the version of this host, as the owner, one host at a time.</summary>
public sealed class Migrator(IEnumerable<ModuleSchema> schemas)
{
    // Any number will do, as long as every host takes the same.
    private const long AdvisoryLock = 0x50494D4D53;

    /// <summary>Makes the roles, migrates every module's schema and grants what the roles need. Safe to run again, and by several hosts at once.</summary>
    /// <param name="ownerConnection">A connection string of the role that owns the database.</param>
    /// <param name="loginRole">The role that the host signs in with: given the application's roles, and no rights of its own.</param>
    /// <param name="ct">Cancels the wait and the work.</param>
    public async Task Migrate(string ownerConnection, string loginRole, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(ownerConnection);
        await connection.OpenAsync(ct);
        await Execute(connection, $"select pg_advisory_lock({AdvisoryLock})", ct);
        try
        {
            await MakeRoles(connection, loginRole, ct);
            foreach (var schema in schemas)
            {
                await using var context = OwnerContext.Create(schema.Context, connection, schema.Name);
                await context.Database.MigrateAsync(ct);
                await Grants.Apply(connection, schema.Name, context.PeoplesRights, context.Database.GetMigrations(), ct);
            }
        }
        finally
        {
            await Execute(connection, $"select pg_advisory_unlock({AdvisoryLock})", CancellationToken.None);
        }
    }

    /// <summary>The migrations that the database still lacks, as <c>schema: name</c>.</summary>
    public async Task<IReadOnlyList<string>> Pending(string connectionString, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(ct);
        await Execute(connection, $"set role {DatabaseRoles.Worker}", ct);
        var pending = new List<string>();
        foreach (var schema in schemas)
        {
            await using var context = OwnerContext.Create(schema.Context, connection, schema.Name);
            pending.AddRange((await context.Database.GetPendingMigrationsAsync(ct)).Select(name => $"{schema.Name}: {name}"));
        }
        return pending;
    }

    private static Task MakeRoles(NpgsqlConnection connection, string loginRole, CancellationToken ct)
    {
        // Roles belong to the whole cluster: another database of it may be making the same ones right now.
        string MakeGroup(string role) => $"""
            begin
              create role {role} nologin nosuperuser nobypassrls;
            exception when duplicate_object or unique_violation then null;
            end;
            if not pg_has_role('{loginRole}', '{role}', 'member') then
              begin
                grant {role} to "{loginRole}";
              exception when unique_violation then null;
              end;
            end if;
            """;
        return Execute(connection, $"do $$ begin {MakeGroup(DatabaseRoles.Application)} {MakeGroup(DatabaseRoles.Worker)} {MakeGroup(DatabaseRoles.Overseer)} end $$", ct);
    }

    private static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
