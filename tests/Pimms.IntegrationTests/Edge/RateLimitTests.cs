using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace Pimms.IntegrationTests;

/// <summary>How much one may ask: enough to work, too little to drain the platform or to try its ids.</summary>
public sealed class RateLimitTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Too_many_requests_of_one_person_are_a_problem_with_the_time_to_wait_and_nobody_elses()
    {
        await using var platform = await Platform.Start(new() { Settings = new() { ["RateLimits:PerPerson"] = "30" } });
        using var program = await platform.Api("mediator.valdegour");
        using var other = await platform.Api("agent.energie");
        var answers = await Ask(program, "/api/v1/me", 40);
        Assert.Equal(HttpStatusCode.OK, answers[0].StatusCode);
        var refused = answers.Last();
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(int.Parse(refused.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture), 1, 60);
        Assert.Equal("/problems/rate-limited", JsonNode.Parse(await refused.Content.ReadAsStringAsync(Ct))!["type"]!.ToString());
        Assert.All(await Ask(other, "/api/v1/me", 5), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    [Fact]
    public async Task A_page_says_it_in_words()
    {
        await using var platform = await Platform.Start(new() { Settings = new() { ["RateLimits:PerPerson"] = "30" } });
        using var visitor = await platform.As("mediator.valdegour");
        await Ask(visitor.Http, "/profile", 40);
        var page = await visitor.Open("/profile");
        // A few are given back every five seconds.
        for (var again = 0; again < 10 && page.Status == HttpStatusCode.OK; again++)
            page = await visitor.Open("/profile");
        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Assert.Contains("Trop de demandes à la fois", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guessed_ids_come_to_an_end_soon_and_ordinary_work_does_not()
    {
        await using var platform = await Platform.Start(new());
        using var program = await platform.Api("agent.eau");
        using var other = await platform.Api("agent.energie");
        var statuses = new List<HttpStatusCode>();
        for (var guess = 0; guess < 400 && !statuses.Contains(HttpStatusCode.TooManyRequests); guess++)
            statuses.AddRange((await Ask(program, $"/api/v1/referrals/{Guid.NewGuid()}", 1)).Select(answer => answer.StatusCode));
        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
        Assert.All(await Ask(other, "/api/v1/referrals", 200), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    [Theory]
    [InlineData("/suivi")]
    [InlineData("/calendar/feeds/00000000-0000-0000-0000-000000000001/guessed.ics")]
    public async Task What_is_asked_without_an_account_is_limited_by_address(string address)
    {
        await using var platform = await Platform.Start(new() { Settings = new() { ["RateLimits:WithoutAccount"] = "20" } });
        using var visitor = platform.Nobody();
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Ask(visitor.Http, address, 30)).Last().StatusCode);
    }

    [Fact]
    public async Task Sign_ins_are_counted_for_all_hosts_together()
    {
        Dictionary<string, string?> settings = new() { ["RateLimits:SignIns"] = "20" };
        await using var first = await Platform.Start(new() { Settings = settings });
        await using var second = await Platform.Start(new() { Settings = settings, Database = first.Database });
        using var here = first.Nobody();
        using var there = second.Nobody();
        // Whatever minute it is, one of three holds more than twenty.
        var answers = new List<HttpResponseMessage>();
        for (var round = 0; round < 4; round++)
            answers.AddRange([.. await Ask(here.Http, "/sign-in", 8), .. await Ask(there.Http, "/sign-in", 8)]);
        Assert.Equal(HttpStatusCode.Redirect, answers[0].StatusCode);
        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Reading_in_bulk_raises_an_alarm_once()
    {
        await using var platform = await Platform.Start(new() { Settings = new() { ["RateLimits:DifferentReadsPerHour"] = "3" } });
        using var program = await platform.Api("mediator.valdegour");
        var cases = JsonNode.Parse(await program.GetStringAsync(new Uri("/api/v1/cases", UriKind.Relative), Ct))!["items"]!.AsArray().Select(item => item!["id"]!.ToString()).Take(5).ToList();
        foreach (var id in cases)
            await Ask(program, $"/api/v1/cases/{id}", 2);
        Assert.Single(platform.Log.Lines, line => line.Contains("different cases", StringComparison.Ordinal));
    }

    private static async Task<List<HttpResponseMessage>> Ask(HttpClient client, string address, int times)
    {
        var answers = new List<HttpResponseMessage>();
        for (var time = 0; time < times; time++)
            answers.Add(await client.GetAsync(new Uri(address, UriKind.Relative), Ct));
        return answers;
    }
}
