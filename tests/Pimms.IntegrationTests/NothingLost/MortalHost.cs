using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Pimms.IntegrationTests;

/// <summary>A host in a process of its own that is killed and started again, always on the same port and database.</summary>
internal sealed class MortalHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly TestDatabase database;
    private readonly (string, string)[] settings;
    private HostProcess process = null!;

    private MortalHost(TestDatabase database, (string, string)[] settings)
    {
        (this.database, this.settings) = (database, settings);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        Superuser = NpgsqlDataSource.Create(database.SuperuserConnection);
    }

    public Uri Address { get; }

    public NpgsqlDataSource Superuser { get; }

    public int Deaths { get; private set; }

    public TestDatabase Database => database;

    public static async Task<MortalHost> Start((string, string)[] settings)
    {
        var host = new MortalHost(await TemplateDatabases.Demonstration(), settings);
        await host.Live();
        return host;
    }

    public async Task KillAndStartAgain()
    {
        await process.DisposeAsync();
        Deaths++;
        await Live();
    }

    /// <summary>Waits until every message was recorded by every reaction it is meant for.</summary>
    public Task Settled() => Until(async () =>
    {
        await using var connection = await Superuser.OpenConnectionAsync();
        return await connection.Value<long>("select count(*) from referrals.outbox where settled_at is null") == 0;
    }, "the outbox is not empty");

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        await Superuser.DisposeAsync();
        await database.DisposeAsync();
    }

    private async Task Live()
    {
        process = HostProcess.Start(database, ["--urls", Address.ToString()], [("Logging__LogLevel__Default", "Error"), .. settings]);
        using var client = new HttpClient { BaseAddress = Address };
        await Until(async () =>
        {
            Assert.False(process.HasExited, process.Output);
            try
            {
                using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
                return answer.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }, "the host is not ready");
    }

    private async Task Until(Func<Task<bool>> condition, string otherwise)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Patience, $"After {Patience}, {otherwise}.\n{process.Output}");
            await Task.Delay(50);
        }
    }
}
