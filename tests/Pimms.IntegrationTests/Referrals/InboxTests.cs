using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Pimms.Referrals;

namespace Pimms.IntegrationTests;

/// <summary>On a platform of its own: a referral that others send between two pages is on one of them and not in the whole.</summary>
public sealed class InboxTests(Platform platform) : IClassFixture<Platform>
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

    [Theory]
    [InlineData("agent.energie")]
    [InlineData("manager.energie")]
    [InlineData("mediator.valdegour")]
    public async Task Counts_in_each_tab_what_its_view_shows(string reader)
    {
        foreach (var state in (string[])["Sent", "Accepted", "OnHold", "InformationRequested", "Answered"])
            await counter.In(state);
        var user = await Personas.Of(platform.Services, reader);
        foreach (var view in InboxFilters.Counted(user.Side))
        {
            var (shown, counted) = await Shown(reader, view);
            Assert.Equal((view, shown), (view, counted));
        }
    }

    [Theory]
    [InlineData("agent.energie", "Open")]
    [InlineData("mediator.valdegour", "All")]
    public async Task Shows_each_once_from_page_to_page(string reader, string name)
    {
        var view = Enum.Parse<InboxView>(name);
        for (var more = 0; more < 4; more++)
            await counter.Sent();
        var whole = await Page(reader, new Inbox { View = view, Limit = 100 });
        var pieces = new List<Guid>();
        for (string? after = null; ;)
        {
            var page = await Page(reader, new Inbox { View = view, Limit = 3, After = after });
            pieces.AddRange(page.Rows.Select(row => row.Id));
            if ((after = page.Next) is null || pieces.Count >= 100)
                break;
        }
        Assert.Equal(whole.Rows.Select(row => row.Id), pieces.Take(100));
    }

    [Fact]
    public async Task Narrows_by_each_of_its_filters()
    {
        var id = await counter.Accepted();
        var its = await counter.Read(id);
        Inbox[] with =
        [
            new() { UnitId = its.To.UnitId }, new() { PartnerId = its.To.PartnerId }, new() { ProcedureId = its.To.ProcedureId }, new() { State = ReferralState.Accepted },
            new() { Due = its.NextDueOn }, new() { Assignee = "me" }, new() { Assignee = its.AssigneeId.ToString() }, new() { Q = its.Number }, new() { Q = its.Request.Subject[1..5].ToUpperInvariant() },
        ];
        Inbox[] without =
        [
            new() { UnitId = its.Id }, new() { PartnerId = its.Id }, new() { ProcedureId = its.Id }, new() { State = ReferralState.OnHold },
            new() { Due = its.NextDueOn.AddDays(-1) }, new() { Assignee = "nobody" }, new() { Assignee = its.Id.ToString() }, new() { Q = "%" + its.Number }, new() { Q = "_" + its.Request.Subject[1..5] },
        ];
        foreach (var query in with)
            Assert.True(await Holds(query), $"{query}");
        foreach (var query in without)
            Assert.False(await Holds(query), $"{query}");

        async Task<bool> Holds(Inbox query)
        {
            for (var page = await Page("agent.energie", query with { View = InboxView.All, Limit = 100 }); ; page = await Page("agent.energie", query with { View = InboxView.All, Limit = 100, After = page.Next }))
            {
                if (page.Rows.Any(row => row.Id == id))
                    return true;
                if (page.Next is null)
                    return false;
            }
        }
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

    private Task<InboxRows> Page(string reader, Inbox query) => platform.Within(reader, async services =>
        (await services.GetRequiredService<MediatR.IMediator>().Send(query)).Value);

    private async Task<(int Shown, int Counted)> Shown(string reader, InboxView view)
    {
        var page = await Page(reader, new Inbox { View = view, Limit = 100 });
        var (shown, counted) = (page.Rows.Count, page.Counts[view]);
        while (page.Next is not null)
        {
            page = await Page(reader, new Inbox { View = view, Limit = 100, After = page.Next });
            shown += page.Rows.Count;
        }
        return (shown, counted);
    }

    private static async Task<bool> Lists(Visitor visitor, string view, string number, Guid id) =>
        (await visitor.Open($"/referrals?view={view}&q={number}")).Links.Contains($"/referrals/{id}");
}
