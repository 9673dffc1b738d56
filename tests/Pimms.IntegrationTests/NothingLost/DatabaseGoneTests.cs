using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;

namespace Pimms.IntegrationTests;

/// <summary>The database gone, frozen and back, under one host that is never started again.</summary>
public sealed class DatabaseGoneTests : IAsyncLifetime
{
    private const int AtOnce = 40;
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AtOnceForHealth = TimeSpan.FromSeconds(2);
    private Forwarder server = null!;
    private Platform platform = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var database = await TemplateDatabases.Demonstration();
        var real = new NpgsqlConnectionStringBuilder(database.AppConnection);
        server = new Forwarder(real.Host!, real.Port);
        server.Open();
        var through = new NpgsqlConnectionStringBuilder(database.AppConnection) { Host = "127.0.0.1", Port = server.Port };
        platform = await Platform.Start(new() { Database = database, Settings = { ["ConnectionStrings:Pimms"] = through.ConnectionString } });
    }

    [Fact]
    public async Task Says_so_while_it_is_gone_keeps_what_was_typed_and_goes_on_with_the_first_request_after()
    {
        using var admin = await platform.As("admin");
        using var program = await platform.Api("mediator.valdegour");
        var form = await admin.Open("/people/invite");
        server.Cut();

        using (var page = await Get(admin.Http, "/people"))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
            Assert.NotNull(page.Headers.RetryAfter?.Delta);
            Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
            Assert.Contains("script-src 'nonce-", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Contains("momentanément indisponible", await page.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        }
        using (var answer = await Get(program, "/api/v1/referrals"))
            await IsUnavailable(answer);
        using (var ready = await Get(program, "/health/ready"))
            Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        using (var live = await Get(program, "/health/live"))
            Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        (string, string)[] typed = [("Input.GivenName", "Zoé & Cie"), ("Input.FamilyName", "Blanc"), ("Input.Email", "zoe@pimms.example"), ("Input.Role", "Mediator"),
            ("Input.SiteIds", DemonstrationId.Of("site:pissevin").ToString())];
        var kept = await form.Submit(typed);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, kept.Status);
        Assert.Contains("Zoé & Cie", kept.Document.QuerySelectorAll("textarea[readonly]").Select(area => area.TextContent.Trim()));

        server.Open();
        var sent = await kept.Submit();
        Assert.Equal(HttpStatusCode.OK, sent.Status);
        Assert.Equal(["1"], await platform.Ask("select count(*) from users.people where email = 'zoe@pimms.example'"));
        Assert.Equal(["0"], await platform.Ask("select count(*) from referrals.outbox where dead_at is not null"));
    }

    [Fact]
    public async Task Every_first_request_works_after_a_restart_that_nobody_noticed()
    {
        using var agent = await platform.As("agent.energie");
        using var program = await platform.Api("mediator.valdegour");
        using var comer = platform.Nobody();
        comer.StopsBefore = "/signin-oidc";
        var callback = (await new DevelopmentIssuer(platform).Enter(await comer.Open("/sign-in?login_hint=agent.eau"), "agent.eau")).Address;
        comer.StopsBefore = null;
        // All connections that the pools may have, each used once.
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ => (await Get(agent.Http, "/referrals")).Dispose()));

        server.Cut();
        server.Open();
        Assert.Equal("/referrals", (await comer.Open(callback.ToString())).Address.AbsolutePath);
        server.Cut();
        server.Open();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, AtOnce).Select(number => number % 2 == 0 ? Status(agent.Http, "/referrals") : Status(program, "/api/v1/referrals")));
        Assert.All(answers, status => Assert.Equal(HttpStatusCode.OK, status));
        server.Cut();
        server.Open();
        Assert.Equal(HttpStatusCode.Created, await OpenCase(program));
    }

    [Fact]
    public async Task Answers_soon_while_it_is_frozen_and_piles_nothing_up()
    {
        using var agent = await platform.As("agent.energie");
        using var program = await platform.Api("mediator.valdegour");
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ => (await Get(agent.Http, "/referrals")).Dispose()));
        var threads = Process.GetCurrentProcess().Threads.Count;
        server.Freeze();

        for (var round = 0; round < 3; round++)
        {
            var load = Enumerable.Range(0, AtOnce).Select(number => Timed(() => number % 2 == 0 ? Get(agent.Http, "/referrals") : Get(program, "/api/v1/referrals"))).ToList();
            load.Add(Timed(() => program.PostAsJsonAsync(new Uri("/api/v1/cases", UriKind.Relative), Case(), Ct)));
            var health = await Timed(() => Get(program, "/health/ready"));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, health.Status);
            Assert.InRange(health.Took, TimeSpan.Zero, AtOnceForHealth);
            Assert.All(await Task.WhenAll(load), answer =>
            {
                Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
                Assert.InRange(answer.Took, TimeSpan.Zero, Soon);
            });
        }
        // Those that give up a statement end with it.
        await Patience.Until(() => Process.GetCurrentProcess().Threads.Count < threads + 20);
        Assert.InRange(server.Connections, 0, 60);

        server.Thaw();
        Assert.Equal(HttpStatusCode.OK, await Status(agent.Http, "/referrals"));
        Assert.Equal(HttpStatusCode.Created, await OpenCase(program));
        await Patience.Until(async () => await Status(program, "/health/ready") == HttpStatusCode.OK);
    }

    private static async Task IsUnavailable(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(answer.Headers.RetryAfter?.Delta);
        Assert.Equal("/problems/unavailable", (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("type").GetString());
    }

    private static object Case() => new
    {
        siteId = DemonstrationId.Of("site:valdegour"),
        beneficiary = new { familyName = "Durand", givenName = "Paule", birthDate = "1961-04-02", commune = "30189", preferredLanguage = "fr", contactRestrictions = "None" },
        situation = "Une coupure est annoncée.",
    };

    private static async Task<HttpStatusCode> OpenCase(HttpClient program)
    {
        using var answer = await program.PostAsJsonAsync(new Uri("/api/v1/cases", UriKind.Relative), Case(), Ct);
        return answer.StatusCode;
    }

    private static Task<HttpResponseMessage> Get(HttpClient client, string address) => client.GetAsync(new Uri(address, UriKind.Relative), Ct);

    private static async Task<HttpStatusCode> Status(HttpClient client, string address)
    {
        using var answer = await Get(client, address);
        return answer.StatusCode;
    }

    private static async Task<(HttpStatusCode Status, TimeSpan Took)> Timed(Func<Task<HttpResponseMessage>> ask)
    {
        var since = Stopwatch.StartNew();
        using var answer = await ask();
        return (answer.StatusCode, since.Elapsed);
    }

    public async ValueTask DisposeAsync()
    {
        await platform.DisposeAsync();
        server.Dispose();
    }
}
