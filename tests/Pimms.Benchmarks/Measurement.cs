using System.Net.Http.Headers;
using Npgsql;

namespace Pimms.Benchmarks;

/// <summary>One size: makes the database, starts the host and the yardstick, and measures in alternating rounds.</summary>
internal sealed class Measurement(int size, TimeSpan duration, Report report)
{
    private const int Rounds = 5;
    private const int Sends = 400;

    public async Task Run()
    {
        await using var database = await TestDatabase.Create();
        // The host migrates and seeds the demonstration; the volume is added beside it.
        await using var host = await ServerProcess.Host(database);
        await using var bare = await ServerProcess.Bare(database.SuperuserConnection);
        await using var connection = new NpgsqlConnection(database.SuperuserConnection);
        await connection.OpenAsync();
        var volume = await Volume.Make(connection, size, Rounds * Sends);

        using var agent = new Visitor(host.Address);
        await agent.SignIn("agent.energie");
        using var yardstick = new HttpClient { BaseAddress = bare.Address };
        using var mediator = new HttpClient { BaseAddress = host.Address };
        mediator.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await Tokens.ByPassword(mediator, "mediator.valdegour"));

        Task Bare() => Get(yardstick, $"/rows?unit={volume.Unit}");
        Task Inbox() => Get(agent.Http, "/referrals");
        Task Referral() => Get(agent.Http, $"/referrals/{volume.Referral}");
        // The whole way: to the issuer and back, a new session, the first page.
        async Task SignIn()
        {
            using var somebody = new Visitor(host.Address);
            await somebody.SignIn("agent.eau");
        }
        foreach (var warmUp in (Func<Task>[])[Bare, Inbox, Referral, SignIn])
            await Load.Drive(TimeSpan.FromSeconds(5), warmUp);

        for (var round = 0; round < Rounds; round++)
        {
            report.Add(size, "inbox page", await Load.Drive(duration, Bare), await Load.Drive(duration, Inbox));
            report.Add(size, "referral page", await Load.Drive(duration, Bare), await Load.Drive(duration, Referral));
            report.Add(size, "sign-in", await Load.Drive(duration, Bare), await Load.Drive(duration, SignIn));
            var drafts = volume.Drafts.Skip(round * Sends).Take(Sends).ToList();
            report.Add(size, "send", await Load.Drive(duration, Bare), await Load.DriveEach(drafts, id => Send(mediator, id)));
        }
    }

    private static async Task Get(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        var body = await answer.Content.ReadAsByteArrayAsync();
        if (!answer.IsSuccessStatusCode || body.Length < 1000)
            throw new InvalidOperationException($"{address}: {answer.StatusCode}, {body.Length} bytes");
    }

    private static async Task Send(HttpClient mediator, Guid id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/referrals/{id}/send");
        request.Headers.IfMatch.Add(new EntityTagHeaderValue("\"0\""));
        using var answer = await mediator.SendAsync(request);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"send: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }
}
