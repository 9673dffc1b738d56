using System.Net;
using Pimms.Referrals;

namespace Pimms.IntegrationTests;

public sealed class InboxTests(Platform platform)
{
    private readonly Counter counter = new(platform);

    [Theory]
    [InlineData("agent.energie")]
    [InlineData("mediator.valdegour")]
    public async Task Puts_what_is_due_first_on_top(string reader)
    {
        using var visitor = await platform.As(reader);
        var page = await visitor.Open("/referrals");
        var shown = page.Document.QuerySelectorAll(".row-title").Select(link => link.GetAttribute("href")).ToList();
        var due = (await counter.OfTheDemonstration(reader)).ToDictionary(row => $"/referrals/{row.Id}", row => (row.NextDueOn, row.Id));
        Assert.NotEmpty(due);
        var dues = shown.Where(link => due.ContainsKey(link!)).Select(link => due[link!]).ToList();
        Assert.Equal(dues.Order(), dues);
    }

    [Fact]
    public async Task Shows_a_partner_nothing_of_anothers()
    {
        var id = await counter.Sent();
        using var energie = await platform.As("agent.energie");
        using var eau = await platform.As("agent.eau");
        Assert.Contains($"/referrals/{id}", (await energie.Open($"/referrals?view=New&q={(await counter.Read(id)).Number}")).Links);
        Assert.DoesNotContain($"/referrals/{id}", (await eau.Open($"/referrals?view=New&q={(await counter.Read(id)).Number}")).Links);
    }

    [Fact]
    public async Task Moves_from_one_view_to_the_next_as_it_is_worked_on()
    {
        var id = await counter.Sent();
        var number = (await counter.Read(id)).Number;
        using var agent = await platform.As("agent.energie");
        Assert.True(await Lists(agent, "Unassigned", number, id));
        await counter.Do("agent.energie", id, version => new AcceptReferral(id, version, null));
        Assert.False(await Lists(agent, "Unassigned", number, id));
        Assert.True(await Lists(agent, "Mine", number, id));
        await counter.Do("agent.energie", id, version => new RequestInformation(id, version, ["Le relevé"], null));
        Assert.True(await Lists(agent, "Waiting", number, id));
        using var mediator = await platform.As("mediator.valdegour");
        Assert.True(await Lists(mediator, "ToDo", number, id));
    }

    [Fact]
    public async Task Says_why_a_search_finds_nothing_and_how_to_see_all()
    {
        using var agent = await platform.As("agent.energie");
        var page = await (await agent.Open("/referrals")).Submit([("q", "mot-introuvable")], form: "main form[role=search]");
        Assert.NotNull(page.Document.QuerySelector(".empty-state a[href='/referrals?view=ToDo']"));
    }

    [Fact]
    public async Task Counts_what_waits_in_the_menu()
    {
        await counter.Sent();
        using var agent = await platform.As("agent.energie");
        var page = await agent.Open("/referrals");
        var tab = page.Document.QuerySelector(".tabs [aria-current] .count")!.TextContent;
        Assert.StartsWith(tab, page.Document.QuerySelector(".site-nav a[href='/referrals'] .nav-count")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_for_signed_in_people_of_both_sides_only()
    {
        using var admin = await platform.As("admin");
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.Open("/referrals")).Status);
        using var nobody = platform.Nobody();
        using var sent = await nobody.Http.GetAsync(new Uri("/referrals", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
    }

    [Theory]
    [InlineData("agent.energie", "/referrals")]
    [InlineData("lead.valdegour", "/referrals")]
    [InlineData("admin", "/conventions")]
    public async Task Is_where_ones_day_begins(string who, string begins)
    {
        using var visitor = await platform.As(who);
        Assert.Equal(begins, (await visitor.Open("/")).Address.AbsolutePath);
    }

    private static async Task<bool> Lists(Visitor visitor, string view, string number, Guid id) =>
        (await visitor.Open($"/referrals?view={view}&q={number}")).Links.Contains($"/referrals/{id}");
}
