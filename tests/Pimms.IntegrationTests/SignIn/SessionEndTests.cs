using System.Net;

namespace Pimms.IntegrationTests;

public sealed class SessionEndAtTheDevelopmentIssuer(Platform shared) : SessionEndTests(new DevelopmentIssuer(shared))
{
    /// <summary>The platform's own clock is what counts here, whoever the issuer is; Keycloak's cannot be moved.</summary>
    [Fact]
    public async Task Lasts_half_an_hour_without_a_click_and_ten_hours_at_most()
    {
        var clock = new MovedClock();
        await using var moved = await Platform.Start(new() { Clock = clock });
        using var idle = await moved.As("agent.eau");
        using var busy = await moved.As("agent.ville");

        clock.Advance(TimeSpan.FromMinutes(29));
        Assert.True(await IsIn(busy));
        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.False(await IsIn(idle));
        for (var clicks = 0; clicks < 23; clicks++)
        {
            Assert.True(await IsIn(busy));
            clock.Advance(TimeSpan.FromMinutes(25));
        }
        Assert.False(await IsIn(busy));
    }
}

public sealed class SessionEndAtKeycloak(KeycloakIssuer issuer) : SessionEndTests(issuer);

/// <summary>With either issuer.</summary>
public abstract class SessionEndTests(Issuer issuer) : IssuerTest(issuer)
{
    [Fact]
    public async Task Ends_at_once_when_the_issuer_says_so()
    {
        using var visitor = await platform.As("agent.departement");
        using var colleague = await platform.As("agent.ville");
        await Issuer.EndSessions("agent.departement");
        Assert.False(await IsIn(visitor));
        Assert.True(await IsIn(colleague));
    }

    [Fact]
    public async Task Ends_only_the_session_that_the_issuer_names()
    {
        using var desk = await platform.As("manager.energie");
        using var phone = await platform.As("manager.energie");
        await (await desk.Open("/")).Submit(form: "form[action='/sign-out']");
        Assert.False(await IsIn(desk));
        Assert.True(await IsIn(phone));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not.a.token")]
    [InlineData("id_token")]
    [InlineData("access_token")]
    public async Task Ends_nothing_for_what_is_no_logout_token(string token)
    {
        using var flow = new CodeFlow(platform);
        using var visitor = await platform.As("agent.energie");
        var (_, body) = await flow.Token(CodeFlow.Password("agent.energie"));
        using var form = new FormUrlEncodedContent([new("logout_token", body.TryGetProperty(token, out var real) ? real.GetString() : token)]);
        using var answer = await visitor.Http.PostAsync(new Uri("/signout-backchannel", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True(await IsIn(visitor));
    }

    protected static async Task<bool> IsIn(Visitor visitor)
    {
        using var answer = await visitor.Http.GetAsync(new Uri("/", UriKind.Relative));
        return answer.Headers.Location?.ToString().StartsWith("/sign-in", StringComparison.Ordinal) != true;
    }
}
