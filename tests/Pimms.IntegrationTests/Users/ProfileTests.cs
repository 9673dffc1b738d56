using System.Net;

namespace Pimms.IntegrationTests;

public sealed class ProfileTests(Platform platform)
{
    [Theory]
    [InlineData("mediator.valdegour", "Karima Benali", "Valdegour")]
    [InlineData("agent.energie", "Sandrine Lopez", "Service solidarité")]
    [InlineData("manager.energie", "Catherine Vidal", "Tous les services du partenaire")]
    [InlineData("admin", "Claire Dumas", "administrateur")]
    public async Task Shows_everybody_what_the_platform_knows_of_them(string userName, string name, string place)
    {
        using var visitor = await platform.As(userName);
        var page = await visitor.Open("/profile");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(name, page.Text, StringComparison.Ordinal);
        Assert.Contains(place, page.Text, StringComparison.Ordinal);
    }
}
