using Npgsql;

namespace Pimms.IntegrationTests;

/// <summary>A fresh database on the cluster that <c>tests/run</c> provides, with the two roles a real one has; dropped when disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private const string Owner = "pimms_tests_owner";
    private const string Login = "pimms_tests_app";
    private const string Password = "tests";
    private readonly string cluster;
    private readonly string name = $"pimms_tests_{Guid.NewGuid():N}"[..24];

    private TestDatabase(string cluster) => this.cluster = cluster;

    /// <summary>Of the role that migrates.</summary>
    public string OwnerConnection => With(Owner);

    /// <summary>Of the role that the host signs in with.</summary>
    public string AppConnection => With(Login);

    /// <summary>Of the cluster's superuser, whom nothing stops: to look behind the policies, and to do harm.</summary>
    public string SuperuserConnection => new NpgsqlConnectionStringBuilder(cluster) { Database = name, Pooling = true, MaxPoolSize = 5 }.ConnectionString;

    /// <summary>An empty one.</summary>
    public static Task<TestDatabase> Create() => Create(null);

    /// <summary>Another one with the same in it, while nobody is connected to this one: see <see cref="Close"/>.</summary>
    public Task<TestDatabase> Copy() => Create(name);

    private static async Task<TestDatabase> Create(string? original)
    {
        var cluster = Environment.GetEnvironmentVariable("PIMMS_TEST_POSTGRES")
            ?? throw new InvalidOperationException("PIMMS_TEST_POSTGRES is not set: a superuser's connection to a PostgreSQL of the tests' own. tests/run starts one and sets it.");
        var database = new TestDatabase(new NpgsqlConnectionStringBuilder(cluster) { Pooling = false }.ConnectionString);
        await using var connection = new NpgsqlConnection(database.cluster);
        await connection.OpenAsync();
        await connection.Execute($"""
            select pg_advisory_lock(7);
            do $$
            begin
              if not exists (select from pg_roles where rolname = '{Owner}') then
                create role {Owner} login createrole nosuperuser nobypassrls password '{Password}';
                create role {Login} login nosuperuser nobypassrls noinherit password '{Password}';
              end if;
              -- Roles are the cluster's: from PostgreSQL 16 on, only who made them may hand them out.
              if exists (select from pg_roles where rolname = '{DatabaseRoles.Application}') and not pg_has_role('{Owner}', '{DatabaseRoles.Application}', 'member') then
                grant {DatabaseRoles.Application}, {DatabaseRoles.Worker}, {DatabaseRoles.Overseer} to {Owner} with admin option;
              end if;
            end $$;
            """);
        await connection.Execute($"create database {database.name} owner {Owner}{(original is null ? "" : $" template {original}")}");
        return database;
    }

    /// <summary>Lets nobody in any more and ends the connections that pools still hold, so that it can be copied.</summary>
    public async Task Close()
    {
        await using var connection = new NpgsqlConnection(cluster);
        await connection.OpenAsync();
        await connection.Execute($"alter database {name} allow_connections false");
        await connection.Execute($"select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '{name}'");
    }

    public async ValueTask DisposeAsync()
    {
        if (Environment.GetEnvironmentVariable("PIMMS_TEST_KEEP") is not null)
            return;
        await using var connection = new NpgsqlConnection(cluster);
        await connection.OpenAsync();
        await connection.Execute($"drop database if exists {name} with (force)");
    }

    private string With(string role) => new NpgsqlConnectionStringBuilder(cluster) { Database = name, Username = role, Password = Password, Pooling = true, MaxPoolSize = 20 }.ConnectionString;
}
