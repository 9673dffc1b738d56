using Pimms.Referrals;

namespace Pimms.IntegrationTests;

public sealed class CasesTests(Platform platform)
{
    [Fact]
    public async Task Shows_the_cases_of_the_own_site_only()
    {
        using var mediator = await platform.As("mediator.pissevin");
        var page = await mediator.Open("/cases");
        Assert.Contains("Garcia", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Haddad", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("had")]
    [InlineData("HADDAD")]
    [InlineData("0001")]
    public async Task Finds_by_the_beginning_of_the_name_or_the_end_of_the_number(string words)
    {
        using var mediator = await platform.As("mediator.valdegour");
        var page = await (await mediator.Open("/cases")).Submit([("q", words)], form: "main form[role=search]");
        Assert.Contains($"/cases/{DemonstrationId.Of("case:1")}", page.Links);
        Assert.DoesNotContain($"/cases/{DemonstrationId.Of("case:2")}", page.Links);
    }

    [Fact]
    public async Task Takes_percent_signs_for_what_they_are()
    {
        var found = await platform.Send("mediator.valdegour", new Cases { Q = "%addad" });
        Assert.Empty(found.Value.Rows);
    }

    [Fact]
    public async Task Says_why_a_search_finds_nothing_and_how_to_see_all()
    {
        using var mediator = await platform.As("mediator.valdegour");
        var page = await mediator.Open("/cases?q=personne-de-ce-nom");
        Assert.NotNull(page.Document.QuerySelector(".empty-state a[href='/cases']"));
    }

    [Fact]
    public async Task Shows_ones_own_when_asked()
    {
        var mine = (await platform.Send("mediator.valdegour", new Cases { Mine = true, Limit = 100 })).Value.Rows;
        Assert.All(mine, row => Assert.Equal("Karima Benali", row.MediatorName));
        Assert.NotEmpty(mine);
    }

    [Fact]
    public async Task Goes_through_all_cases_page_by_page()
    {
        var desk = new Desk(platform, "mediator.pissevin", "pissevin");
        var opened = new[] { await desk.OpenCase("Pagé"), await desk.OpenCase("Pagé"), await desk.OpenCase("Pagé") };
        List<Guid> seen = [];
        string? after = null;
        do
        {
            var page = (await platform.Send("mediator.pissevin", new Cases { Q = "Pagé", Limit = 2, After = after })).Value;
            seen.AddRange(page.Rows.Select(row => row.Id));
            after = page.Next;
        }
        while (after is not null);
        Assert.Equal(opened.Reverse(), seen);
    }
}
