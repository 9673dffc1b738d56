using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace Pimms.IntegrationTests;

/// <summary>On a platform of its own: each test spoils one persona.</summary>
public sealed class AdmissionTests(Platform platform) : IClassFixture<Platform>
{
    [Theory]
    [InlineData("agent.eau", "active = false")]
    [InlineData("agent.ville", "subject = 'somebody-else'")]
    [InlineData("agent.transports", "role = 'PartnerManager'")]
    [InlineData("agent.departement", "partner_id = gen_random_uuid()")]
    public async Task Stops_within_five_seconds_whom_the_platform_knows_otherwise_than_the_token_says(string userName, string change)
    {
        using var visitor = await platform.As(userName);
        using var program = await platform.Api(userName);
        Assert.Equal(HttpStatusCode.OK, await Api(program));

        await using (var connection = await platform.Superuser.OpenConnectionAsync())
            Assert.Equal(1, await connection.Execute($"update users.people set {change} where user_name = $1", userName));
        var waited = Stopwatch.StartNew();
        while (await Api(program) == HttpStatusCode.OK && waited.Elapsed < TimeSpan.FromSeconds(5))
            await Task.Delay(100);

        Assert.Equal(HttpStatusCode.Forbidden, await Api(program));
        var page = await visitor.Open("/");
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Equal("/signed-out", (await page.Submit()).Address.AbsolutePath);
    }

    [Fact]
    public async Task Asks_again_at_once_when_told_to_forget()
    {
        using var program = await platform.Api("agent.energie");
        Assert.Equal(HttpStatusCode.OK, await Api(program));
        await using var connection = await platform.Superuser.OpenConnectionAsync();
        var subject = await connection.Value<string>("update users.people set active = false where user_name = 'agent.energie' returning subject");

        platform.Services.GetRequiredService<AdmissionCache>().Forget(subject);
        Assert.Equal(HttpStatusCode.Forbidden, await Api(program));
    }

    private static async Task<HttpStatusCode> Api(HttpClient program)
    {
        using var answer = await program.GetAsync(new Uri("/api/v1/me", UriKind.Relative));
        return answer.StatusCode;
    }
}
