using System.Net;
using Npgsql;

namespace Pimms.IntegrationTests;

public sealed class HostTests
{
    [Fact]
    public async Task Is_ready_on_an_empty_database_after_it_migrated_and_seeded()
    {
        await using var platform = await Platform.Start(new() { Database = await TestDatabase.Create() });
        using var client = await platform.Api(null);
        using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Migrates_an_empty_database_by_command_and_has_nothing_left_to_do_the_second_time()
    {
        await using var database = await TestDatabase.Create();
        Assert.Equal(await Migrate(database), await Migrate(database));
    }

    /// <summary>What has then been migrated, in the order and at the times it was.</summary>
    private static async Task<List<string>> Migrate(TestDatabase database)
    {
        var (code, output) = await HostProcess.Run(database, "migrate");
        Assert.True(code == 0, output);
        await using var connection = new NpgsqlConnection(database.SuperuserConnection);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var migrated = await connection.Rows("select migration_id, xmin from referrals.__migrations order by 1");
        Assert.NotEmpty(migrated);
        return migrated;
    }
}
