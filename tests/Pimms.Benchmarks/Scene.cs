using System.Net.Http.Headers;
using Npgsql;

namespace Pimms.Benchmarks;

/// <summary>One size: its database, the host and the yardstick on it, each in a process of its own, and who asks them.</summary>
internal sealed class Scene(int size, TestDatabase database, Volume volume, ServerProcess host, ServerProcess bare) : IAsyncDisposable
{
    private readonly Visitor agent = new(host.Address);
    private readonly HttpClient mediator = new() { BaseAddress = host.Address };
    private readonly HttpClient yardstick = new() { BaseAddress = bare.Address };

    public int Size => size;

    public TestDatabase Database => database;

    public IReadOnlyList<Guid> Drafts => volume.Drafts;

    public static async Task<Scene> Prepare(int size, int drafts)
    {
        var database = await TestDatabase.Create();
        // The host migrates and seeds the demonstration; the volume is added beside it.
        var host = await ServerProcess.Host(database);
        try
        {
            await using var connection = new NpgsqlConnection(database.SuperuserConnection);
            await connection.OpenAsync();
            var volume = await Volume.Make(connection, size, drafts);
            var scene = new Scene(size, database, volume, host, await ServerProcess.Bare(database.SuperuserConnection));
            await scene.agent.SignIn("agent.energie");
            return scene;
        }
        catch
        {
            await host.DisposeAsync();
            await database.DisposeAsync();
            throw;
        }
    }

    public Task Bare() => Get(yardstick, $"/rows?unit={volume.Unit}");

    public Task Inbox() => Get(agent.Http, "/referrals");

    public Task Referral() => Get(agent.Http, $"/referrals/{volume.Referral}");

    /// <summary>The whole way: to the issuer and back, a new session, the first page.</summary>
    public async Task SignIn()
    {
        using var somebody = new Visitor(host.Address);
        await somebody.SignIn("agent.eau");
    }

    /// <summary>A token lasts five minutes, a measurement longer.</summary>
    public async Task TakeToken() =>
        mediator.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await Tokens.ByPassword(mediator, "mediator.valdegour"));

    public async Task Send(Guid draft)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/referrals/{draft}/send");
        request.Headers.IfMatch.Add(new EntityTagHeaderValue("\"0\""));
        using var answer = await mediator.SendAsync(request);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"send: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    private static async Task Get(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        var body = await answer.Content.ReadAsByteArrayAsync();
        if (!answer.IsSuccessStatusCode || body.Length < 1000)
            throw new InvalidOperationException($"{address}: {answer.StatusCode}, {body.Length} bytes");
    }

    public async ValueTask DisposeAsync()
    {
        agent.Dispose();
        mediator.Dispose();
        yardstick.Dispose();
        await host.DisposeAsync();
        await bare.DisposeAsync();
        await database.DisposeAsync();
    }
}
