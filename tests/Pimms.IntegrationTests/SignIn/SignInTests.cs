using System.Net;

namespace Pimms.IntegrationTests;

public sealed class SignInAtTheDevelopmentIssuer(Platform shared) : SignInTests(new DevelopmentIssuer(shared))
{
    [Fact]
    public async Task Shows_every_persona_in_the_picker()
    {
        using var visitor = platform.Nobody();
        var picker = await visitor.Open("/sign-in");
        string[] expected = ["mediator.valdegour", "mediator.pissevin", "lead.valdegour", "agent.ville", "agent.departement", "agent.eau", "agent.energie", "manager.energie", "agent.transports", "admin"];
        Assert.Superset(expected.ToHashSet(), picker.Document.QuerySelectorAll("button[name=persona]").Select(button => button.GetAttribute("value")!).ToHashSet());
    }
}

public sealed class SignInAtKeycloak(KeycloakIssuer issuer) : SignInTests(issuer);

/// <summary>With either issuer.</summary>
public abstract class SignInTests(Issuer issuer) : IssuerTest(issuer)
{
    [Fact]
    public async Task Sends_a_visitor_to_the_issuer_and_back_to_the_page_asked_for()
    {
        using var visitor = platform.Nobody();
        var page = await Issuer.Enter(await visitor.Open("/profile?from=mail"), "agent.eau");
        Assert.Equal("/profile?from=mail", page.Address.PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    [Fact]
    public async Task Refuses_a_wrong_password_and_keeps_the_name()
    {
        using var visitor = platform.Nobody();
        var again = await Issuer.Enter(await visitor.Open("/sign-in"), "agent2.energie", "guessed");
        Assert.Equal("agent2.energie", again.Document.QuerySelector("#username")!.GetAttribute("value"));
        Assert.Contains(again.Document.QuerySelectorAll(".error-summary a[href='#username'], #input-error-username"), error => error.TextContent.Trim().Length > 0);

        var page = await Issuer.Enter(again, "agent2.energie");
        Assert.Equal("/referrals", page.Address.AbsolutePath);
    }

    [Theory]
    [InlineData("mediator.valdegour")]
    [InlineData("mediator.pissevin")]
    [InlineData("lead.valdegour")]
    [InlineData("agent.ville")]
    [InlineData("agent.departement")]
    [InlineData("agent.eau")]
    [InlineData("agent.energie")]
    [InlineData("manager.energie")]
    [InlineData("agent.transports")]
    [InlineData("admin")]
    public async Task Lets_every_persona_in_by_page_and_by_program(string userName)
    {
        using var visitor = await platform.As(userName);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Open("/profile")).Status);
        using var program = await platform.Api(userName);
        using var answer = await program.GetAsync(new Uri("/api/v1/me", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task Goes_to_no_other_host_after_the_sign_in(string returnUrl)
    {
        using var visitor = platform.Nobody();
        var page = await Issuer.Enter(await visitor.Open($"/sign-in?login_hint=agent.eau&returnUrl={Uri.EscapeDataString(returnUrl)}"), "agent.eau");
        Assert.Equal(new Uri(platform.Address, "/referrals"), page.Address);
    }

    [Fact]
    public async Task Keeps_the_session_in_the_database_under_a_hash_of_what_the_browser_holds()
    {
        using var visitor = platform.Nobody();
        using var answer = await Callback(visitor, "agent.ville");
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("pimms-", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("expires", cookie, StringComparison.Ordinal);

        await using var connection = await platform.Superuser.OpenConnectionAsync();
        Assert.Equal(0L, await connection.Value<long>("select count(*) from platform.sessions where length(id) <> 64 or position('agent' in encode(ticket, 'escape')) > 0"));
    }

    [Fact]
    public async Task Begins_a_new_session_whatever_cookie_came_along()
    {
        using var planter = await platform.As("agent.transports");
        using var visitor = platform.Nobody();
        using var answer = await Callback(visitor, "mediator.pissevin", before: () => visitor.Cookies.SetCookies(platform.Address, Session(planter)));
        Assert.NotEqual(Session(planter), Session(visitor));
        Assert.Equal(HttpStatusCode.OK, (await planter.Open("/")).Status);
    }

    [Fact]
    public async Task Ends_the_session_here_and_at_the_issuer()
    {
        using var visitor = await platform.As("agent.eau");
        var stolen = Session(visitor);
        var home = await visitor.Open("/");
        var page = await home.Submit(form: "form[action='/sign-out']");
        Assert.Equal("/signed-out", page.Address.AbsolutePath);
        Assert.Equal("/sign-in?returnUrl=%2F", (await visitor.Http.GetAsync(new Uri("/", UriKind.Relative))).Headers.Location?.ToString());

        visitor.Cookies.SetCookies(platform.Address, stolen);
        Assert.Equal("/sign-in?returnUrl=%2F", (await visitor.Http.GetAsync(new Uri("/", UriKind.Relative))).Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "null")]
    [InlineData("X-Said", "nothing")]
    public async Task Signs_nobody_out_for_another_site(string header, string value)
    {
        using var visitor = await platform.As("agent.eau");
        using var answer = await SignOut(visitor, header, value);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Open("/")).Status);
    }

    [Fact]
    public async Task Signs_out_from_a_page_of_an_older_browser_and_of_a_newer_one()
    {
        foreach (var (header, value) in ((string, string)[])[("Sec-Fetch-Site", "same-origin"), ("Origin", platform.Address.GetLeftPart(UriPartial.Authority))])
        {
            using var visitor = await platform.As("agent.eau");
            using var answer = await SignOut(visitor, header, value);
            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
            Assert.Equal("/sign-in?returnUrl=%2F", (await visitor.Http.GetAsync(new Uri("/", UriKind.Relative))).Headers.Location?.ToString());
        }
    }

    private static async Task<HttpResponseMessage> SignOut(Visitor visitor, string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-out") { Content = new FormUrlEncodedContent([]), Headers = { { header, value } } };
        return await visitor.Http.SendAsync(request);
    }

    [Theory]
    [InlineData("/signin-oidc?code=x&state=y", "stale")]
    [InlineData("/signin-oidc", "stale")]
    public async Task Says_what_to_do_when_the_sign_in_came_back_wrong(string address, string why)
    {
        using var visitor = platform.Nobody();
        var page = await visitor.Open(address);
        Assert.Equal($"/sign-in-failed?why={why}", page.Address.PathAndQuery);
        Assert.Contains("/sign-in", page.Links);
    }

    [Fact]
    public async Task Says_what_to_do_when_the_person_gave_up()
    {
        using var visitor = platform.Nobody();
        using var asked = await visitor.Http.GetAsync(new Uri("/sign-in", UriKind.Relative));
        var state = System.Web.HttpUtility.ParseQueryString(asked.Headers.Location!.Query)["state"]!;
        var page = await visitor.Open($"/signin-oidc?error=access_denied&state={Uri.EscapeDataString(state)}");
        Assert.Equal("/sign-in-failed?why=denied", page.Address.PathAndQuery);
    }

    [Fact]
    public async Task Sends_no_script_to_the_issuer()
    {
        using var visitor = platform.Nobody();
        visitor.Http.DefaultRequestHeaders.Add("Sec-Fetch-Mode", "cors");
        using var answer = await visitor.Http.GetAsync(new Uri("/", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    /// <summary>Through the issuer up to the answer that sets the cookie.</summary>
    private async Task<HttpResponseMessage> Callback(Visitor visitor, string userName, Action? before = null)
    {
        visitor.StopsBefore = "/signin-oidc";
        var last = await Issuer.Enter(await visitor.Open($"/sign-in?login_hint={userName}"), userName);
        visitor.StopsBefore = null;
        before?.Invoke();
        return await visitor.Http.GetAsync(last.Address);
    }

    private string Session(Visitor visitor) =>
        visitor.Cookies.GetCookieHeader(platform.Address).Split("; ").Single(cookie => cookie.StartsWith($"pimms-{platform.Address.Port}=", StringComparison.Ordinal));
}
