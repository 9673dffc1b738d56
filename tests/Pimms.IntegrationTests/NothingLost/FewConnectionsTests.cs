using System.Net;
using System.Net.Http.Json;

namespace Pimms.IntegrationTests;

/// <summary>More people at once than the database has connections for: they wait for each other's turn, never in a circle.</summary>
public sealed class FewConnectionsTests
{
    private const int People = 24;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_read_and_write_at_once_and_all_are_answered_and_journaled()
    {
        await using var platform = await Platform.Start(new() { Connections = Platform.FewestConnections });
        using var agent = await platform.As("agent.energie");
        using var program = await platform.Api("mediator.valdegour");
        var agentId = (await Personas.Of(platform.Services, "agent.energie")).Id.ToString();
        var before = await Looks(platform, agentId);

        var answers = await Task.WhenAll([
            .. Enumerable.Range(0, People).Select(_ => ReadInbox(agent.Http)),
            .. Enumerable.Range(0, People).Select(number => OpenCase(program, number, Guid.NewGuid())),
        ]);

        Assert.Equal(Enumerable.Repeat(HttpStatusCode.OK, People).Concat(Enumerable.Repeat(HttpStatusCode.Created, People)), answers);
        Assert.Equal(before + People, await Looks(platform, agentId));
    }

    [Fact]
    public async Task Many_ask_the_same_under_one_key_at_once_and_all_have_the_answer_of_the_first()
    {
        await using var platform = await Platform.Start(new() { Connections = Platform.FewestConnections });
        using var program = await platform.Api("mediator.valdegour");
        var key = Guid.NewGuid();
        var answers = await Task.WhenAll(Enumerable.Range(0, People).Select(_ => OpenCase(program, 1, key)));
        Assert.Equal(Enumerable.Repeat(HttpStatusCode.Created, People), answers);
    }

    private static async Task<HttpStatusCode> ReadInbox(HttpClient browser)
    {
        using var answer = await browser.GetAsync(new Uri("/referrals", UriKind.Relative), Ct);
        return answer.StatusCode;
    }

    private static async Task<long> Looks(Platform platform, string userId) =>
        long.Parse((await platform.Ask("select count(*) from journal.entries where user_id = $1 and act = 'Inbox'", userId)).Single(), System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<HttpStatusCode> OpenCase(HttpClient program, int number, Guid key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/cases");
        request.Headers.Add("Idempotency-Key", key.ToString());
        request.Content = JsonContent.Create(new
        {
            siteId = DemonstrationId.Of("site:valdegour"),
            beneficiary = new { familyName = $"Durand {number}", givenName = "Paule", birthDate = "1961-04-02", commune = "30189", preferredLanguage = "fr", contactRestrictions = "None" },
            situation = "Une coupure est annoncée.",
        });
        using var answer = await program.SendAsync(request, Ct);
        return answer.StatusCode;
    }
}
