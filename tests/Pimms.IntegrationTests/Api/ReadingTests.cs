using System.Net.Http.Json;
using System.Text.Json;

namespace Pimms.IntegrationTests;

/// <summary>What a program's reading tells the other side: nothing, until it says that somebody has read it.</summary>
public sealed class ReadingTests(Platform platform)
{
    private static readonly string[] Parts = ["", "/messages", "/timeline", "/documents"];

    private readonly Counter counter = new(platform);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_program_that_reads_has_not_seen()
    {
        var id = await counter.Sent();
        using var agent = await platform.Api("agent.energie");
        foreach (var part in Parts)
            (await agent.GetAsync(new Uri($"/api/v1/referrals/{id}{part}", UriKind.Relative), Ct)).EnsureSuccessStatusCode();
        Assert.Null((await counter.Read(id)).SeenAt);
        using var mediator = await platform.As("mediator.valdegour");
        Assert.Contains("Pas encore ouverte", (await mediator.Open($"/referrals/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_so_once_somebody_has_and_the_version_stays()
    {
        var id = await counter.Sent();
        var before = (await counter.Read(id)).Revision;
        using var agent = await platform.Api("agent.energie");
        using var first = await agent.PostAsync(new Uri($"/api/v1/referrals/{id}/read", UriKind.Relative), null, Ct);
        var seenAt = (await first.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("seenAt").GetString();
        using var second = await agent.PostAsync(new Uri($"/api/v1/referrals/{id}/read", UriKind.Relative), null, Ct);
        Assert.NotNull(seenAt);
        Assert.Equal(seenAt, (await second.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("seenAt").GetString());
        Assert.Equal(before, (await counter.Read(id)).Revision);
        using var mediator = await platform.As("mediator.valdegour");
        Assert.Contains("Vue par le partenaire", (await mediator.Open($"/referrals/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_association_does_not_read_for_the_partner()
    {
        var id = await counter.Sent();
        using var mediator = await platform.Api("mediator.valdegour");
        (await mediator.PostAsync(new Uri($"/api/v1/referrals/{id}/read", UriKind.Relative), null, Ct)).EnsureSuccessStatusCode();
        Assert.Null((await counter.Read(id)).SeenAt);
    }

    [Fact]
    public async Task Days_are_those_that_the_page_names()
    {
        var id = await counter.Sent();
        var clocks = (await counter.Read(id)).Clocks;
        using var agent = await platform.Api("agent.energie");
        var whole = await agent.GetFromJsonAsync<JsonElement>($"/api/v1/referrals/{id}", Ct);
        var list = await agent.GetFromJsonAsync<JsonElement>($"/api/v1/referrals?q={whole.GetProperty("number").GetString()}", Ct);
        foreach (var shown in (JsonElement[])[whole, list.GetProperty("items")[0]])
        {
            Assert.Equal($"{clocks.AcknowledgeDueOn:yyyy-MM-dd}", shown.GetProperty("acknowledgeDueOn").GetString());
            Assert.Equal($"{clocks.AnswerDueOn:yyyy-MM-dd}", shown.GetProperty("answerDueOn").GetString());
            Assert.Equal(WorkingCalendar.EndOf(clocks.AnswerDueOn!.Value), shown.GetProperty("answerDueAt").GetDateTimeOffset());
        }
    }
}
