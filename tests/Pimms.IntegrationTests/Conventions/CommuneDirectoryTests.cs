using Microsoft.Extensions.DependencyInjection;
using Pimms.Conventions.Contracts;

namespace Pimms.IntegrationTests;

public sealed class CommuneDirectoryTests(Platform platform)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("mediator.valdegour")]
    [InlineData("agent.energie")]
    [InlineData("admin")]
    public async Task Names_communes_to_everybody_signed_in(string userName)
    {
        var names = await Ask(userName, communes => communes.Names(["30189", "30007", "30999"], Ct));
        Assert.Equal(["Alès", "Nîmes"], names.Values.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("nim", "Nîmes")]
    [InlineData("NÎM", "Nîmes")]
    [InlineData("le grau", "Le Grau-du-Roi")]
    [InlineData("grau", "Le Grau-du-Roi")]
    [InlineData("st gilles", "Saint-Gilles")]
    [InlineData("30189", "Nîmes")]
    public async Task Finds_by_the_beginning_of_a_name_or_code(string typed, string first) =>
        Assert.Equal(first, (await Ask("mediator.valdegour", communes => communes.Search(typed, 5, Ct)))[0].Name);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("%")]
    [InlineData("zzz")]
    public async Task Finds_nothing_where_nothing_begins_so(string typed) => Assert.Empty(await Ask("mediator.valdegour", communes => communes.Search(typed, 5, Ct)));

    [Fact]
    public async Task Finds_no_more_than_asked_for() => Assert.Equal(7, (await Ask("admin", communes => communes.Search("saint", 7, Ct))).Count);

    [Theory]
    [InlineData("30189")]
    [InlineData("nimes")]
    [InlineData("Nîmes (30189)")]
    [InlineData(" NÎMES ")]
    public async Task Understands_a_code_a_name_and_both(string typed) =>
        Assert.Equal(new CommuneName("30189", "Nîmes"), (await Ask("mediator.valdegour", communes => communes.Recognise([typed], Ct)))[typed].Found);

    [Theory]
    [InlineData("30000", 0)]
    [InlineData("Atlantis", 0)]
    [InlineData("Beaucai", 1)]
    public async Task Does_not_guess_and_says_what_it_may_have_been(string typed, int candidates)
    {
        var match = (await Ask("mediator.valdegour", communes => communes.Recognise([typed], Ct)))[typed];
        Assert.Equal((null, candidates), (match.Found, match.Candidates.Count));
    }

    private Task<T> Ask<T>(string userName, Func<ICommuneDirectory, Task<T>> ask) => platform.Within(userName, async services =>
    {
        await using var work = await services.GetRequiredService<DatabaseSession>().Begin(await Personas.Of(services, userName), Ct);
        return await ask(services.GetRequiredService<ICommuneDirectory>());
    });
}
