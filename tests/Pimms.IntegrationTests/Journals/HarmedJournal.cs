using Npgsql;

namespace Pimms.IntegrationTests;

/// <summary>A journal of its own with two chains of five entries, for doing harm to and putting back.</summary>
public sealed class HarmedJournal : IAsyncLifetime
{
    private static readonly string[] Chains = ["partner:energie", "site:valdegour"];
    private NpgsqlDataSource superuser = null!;

    public TestDatabase Database { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await TemplateDatabases.Migrated();
        superuser = NpgsqlDataSource.Create(Database.SuperuserConnection);
        await using var connection = await superuser.OpenConnectionAsync();
        foreach (var chain in Chains)
            await connection.Execute("""
                select journal.append($1, array_agg(now() + n * interval '1 second'), array_agg('person ' || n), array_agg('ReadReferral'::text), array_agg('referral'::text),
                  array_agg(gen_random_uuid() || ',' || gen_random_uuid()), array_agg(n % 2 = 0), array_agg('page 203.0.113.7'::text))
                from generate_series(1, 5) n
                """, chain);
        await connection.Execute("create table public.entries as table journal.entries; create table public.heads as table journal.heads");
    }

    public async ValueTask Restore() => await Harm("""
        delete from journal.entries; insert into journal.entries table public.entries;
        delete from journal.heads; insert into journal.heads table public.heads
        """);

    /// <summary>Past the triggers.</summary>
    public Task Harm(string sql) => AsSuperuser($"set session_replication_role = replica; {sql}; reset session_replication_role");

    public async Task AsSuperuser(string sql)
    {
        await using var connection = await superuser.OpenConnectionAsync();
        await connection.Execute(sql);
    }

    public async Task<JournalFindings> Verify()
    {
        await using var connection = await superuser.OpenConnectionAsync();
        return await JournalVerifier.Verify(connection, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await superuser.DisposeAsync();
        await Database.DisposeAsync();
    }
}
