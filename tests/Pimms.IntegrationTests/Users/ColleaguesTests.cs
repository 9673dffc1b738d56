namespace Pimms.IntegrationTests;

public sealed class ColleaguesTests(Platform platform)
{
    [Fact]
    public async Task Names_the_people_of_ones_own_side_and_nobody_elses()
    {
        using var agent = await platform.As("agent.energie");
        var page = await agent.Open("/colleagues");
        Assert.Contains("Catherine Vidal", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sylvie Fabre", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Karima Benali", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finds_by_words_and_leaves_out_whoever_left()
    {
        using var mediator = await platform.As("mediator.pissevin");
        Assert.Contains("Nadia Chérif", (await mediator.Open("/colleagues?q=cherif")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Marc Aubert", (await mediator.Open("/colleagues?q=aubert")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_a_stranger_to_sign_in()
    {
        using var nobody = platform.Nobody();
        Assert.StartsWith("/realms/", (await nobody.Open("/colleagues")).Address.AbsolutePath, StringComparison.Ordinal);
    }
}
