using System.Net;
using Pimms.Users;

namespace Pimms.IntegrationTests;

public sealed class PeopleTests(Platform platform)
{
    [Theory]
    [InlineData("benali", "Karima Benali")]
    [InlineData("AICHA mans", "Aïcha Mansouri")]
    [InlineData("agent3.energie", "Lucie Arnaud")]
    public async Task Finds_a_person_by_words_without_accents(string typed, string name)
    {
        using var admin = await platform.As("admin");
        var page = await admin.Open($"/people?q={WebUtility.UrlEncode(typed)}");
        Assert.Equal([name], Names(page));
    }

    [Fact]
    public async Task Keeps_its_filters_in_the_address()
    {
        using var admin = await platform.As("admin");
        Assert.Equal(["Catherine Vidal"], Names(await admin.Open("/people?side=Partner&role=PartnerManager")));
        Assert.Equal(["Marc Aubert"], Names(await admin.Open("/people?active=false&side=Association")));
        Assert.Empty(Names(await admin.Open("/people?side=Association&role=PartnerManager")));
    }

    [Fact]
    public async Task Goes_through_everybody_once_by_pages()
    {
        var all = (await platform.Send("admin", new People { Limit = 100 })).Value.Rows.Select(row => row.Id).ToList();
        List<Guid> seen = [];
        for (string? after = null; seen.Count == 0 || after is not null;)
        {
            var page = (await platform.Send("admin", new People { Limit = 3, After = after })).Value;
            seen.AddRange(page.Rows.Select(row => row.Id));
            after = page.Next;
        }
        Assert.Equal(all, seen);
    }

    [Theory]
    [InlineData("mediator.valdegour")]
    [InlineData("agent.energie")]
    public async Task Is_not_for_others(string userName)
    {
        using var visitor = await platform.As(userName);
        foreach (var address in (string[])["/people", "/people/invite", "/mails", $"/people/{Person(userName)}", $"/people/{Person("admin")}/access", $"/people/{Person("admin")}/deactivate"])
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Open(address)).Status);
    }

    [Fact]
    public async Task Shows_a_site_lead_the_people_of_its_site_and_the_accounts_that_it_runs()
    {
        using var lead = await platform.As("lead.valdegour");
        Assert.Equal(["Karima Benali", "Nadia Chérif", "Hélène Marchand"], Names(await lead.Open("/people")));
        Assert.Contains((await lead.Open($"/people/{Person("nadia.cherif")}")).Links, link => link.EndsWith("/deactivate", StringComparison.Ordinal));
        Assert.DoesNotContain((await lead.Open($"/people/{Person("lead.valdegour")}")).Links, link => link.EndsWith("/deactivate", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await lead.Open($"/people/{Person("mediator.pissevin")}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await lead.Open($"/people/{Person("mediator.pissevin")}/deactivate")).Status);
    }

    [Fact]
    public async Task Shows_a_manager_its_own_team()
    {
        using var manager = await platform.As("manager.energie");
        Assert.Equal(["Lucie Arnaud", "Mehdi Bouzid", "Sandrine Lopez", "Catherine Vidal"], Names(await manager.Open("/people")));
        foreach (var stranger in (string[])["agent.eau", "mediator.valdegour", "admin"])
            foreach (var address in (string[])["", "/access"])
                Assert.Equal(HttpStatusCode.NotFound, (await manager.Open($"/people/{Person(stranger)}{address}")).Status);
    }

    [Theory]
    [InlineData("/people")]
    [InlineData("/profile")]
    [InlineData("/mails")]
    public async Task Sends_whoever_is_not_signed_in_to_sign_in(string address)
    {
        using var nobody = platform.Nobody();
        using var answer = await nobody.Http.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/sign-in?returnUrl=", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Does_not_know_an_unknown_person()
    {
        using var admin = await platform.As("admin");
        foreach (var address in (string[])["", "/access", "/deactivate", "/activate"])
            Assert.Equal(HttpStatusCode.NotFound, (await admin.Open($"/people/{Guid.NewGuid()}{address}")).Status);
    }

    private static Guid Person(string userName) => DemonstrationId.Of($"person:{userName}");

    private static List<string> Names(ShownPage page) => [.. page.Document.QuerySelectorAll("main .row-title").Select(link => link.TextContent.Trim())];
}
