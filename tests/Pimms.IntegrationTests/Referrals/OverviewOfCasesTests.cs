using System.Net;
using Pimms.Referrals;

namespace Pimms.IntegrationTests;

public sealed class OverviewOfCasesTests(Platform platform)
{
    private readonly Counter counter = new(platform);

    [Fact]
    public async Task Shows_an_administrator_numbers_dates_and_partners_and_nothing_that_was_written()
    {
        var its = (await counter.Read(await counter.Sent())).CaseId;
        var number = (await platform.Ask("select number from referrals.cases where id = $1", its)).Single();
        using var admin = await platform.As("admin");
        var page = await admin.Open($"/overview/cases?q={number}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        var row = Assert.Single(page.Document.QuerySelectorAll("tbody tr")).TextContent;
        Assert.All([number, "Valdegour", "1 orientation", "Énergie"], words => Assert.Contains(words, row, StringComparison.Ordinal));
        var all = await admin.Open("/overview/cases");
        Assert.Empty(Markers.In(all.Source, (await Markers.Of(platform)).Content));
        Assert.DoesNotContain("/cases/0", all.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Narrows_to_a_site_and_goes_on_where_the_page_before_ended()
    {
        var site = DemonstrationId.Of("site:pissevin");
        var expected = await platform.Ask("select number from referrals.cases where site_id = $1 order by opened_at desc, id desc", site);
        var found = new List<string>();
        string? after = null;
        do
        {
            var page = (await platform.Send("admin", new OverviewOfCases { SiteId = site, After = after })).Value;
            found.AddRange(page.Rows.Select(row => row.Number));
            after = page.Next;
        }
        while (after is not null);
        Assert.NotEmpty(expected);
        Assert.Equal(expected, found);
    }

    [Fact]
    public async Task Knows_nothing_of_drafts()
    {
        var desk = new Desk(platform);
        var its = await desk.OpenCase();
        await desk.Draft(its);
        var number = (await platform.Ask("select number from referrals.cases where id = $1", its)).Single();
        Assert.Empty(Assert.Single((await platform.Send("admin", new OverviewOfCases { Q = number })).Value.Rows).Referrals);
    }

    [Theory]
    [InlineData("lead.valdegour")]
    [InlineData("manager.energie")]
    public async Task Is_not_for_anybody_else(string who)
    {
        using var visitor = await platform.As(who);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Open("/overview/cases")).Status);
        Assert.Empty((await platform.Send(who, new OverviewOfCases())).Value.Rows);
    }

    [Fact]
    public async Task Sends_the_anonymous_visitor_to_sign_in()
    {
        using var nobody = platform.Nobody();
        Assert.StartsWith("/realms/", (await nobody.Open("/overview/cases")).Address.AbsolutePath, StringComparison.Ordinal);
    }
}
