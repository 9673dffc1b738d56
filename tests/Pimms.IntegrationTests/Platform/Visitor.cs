using System.Net;

namespace Pimms.IntegrationTests;

/// <summary>A browser without script: keeps cookies, follows redirects, reads pages, sends their real forms.</summary>
public sealed class Visitor : IDisposable
{
    private readonly HttpClientHandler handler = new() { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };

    internal Visitor(Uri address)
    {
        Http = new HttpClient(handler) { BaseAddress = address };
        Http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("fr");
    }

    /// <summary>The bare client with the visitor's cookies; it follows no redirect.</summary>
    public HttpClient Http { get; }

    /// <summary>What the browser holds.</summary>
    public CookieContainer Cookies => handler.CookieContainer;

    /// <summary>Goes to an address, and on to where it is sent.</summary>
    public async Task<ShownPage> Open(string address)
    {
        using var answer = await Http.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute));
        return await Arrive(answer, new Uri(Http.BaseAddress!, address));
    }

    /// <summary>A path that the visitor does not go on to, to look at what would be sent there.</summary>
    public string? StopsBefore { get; set; }

    /// <summary>What the visitor types as a password.</summary>
    public string Password { get; set; } = "dev";

    /// <summary>Through the platform's sign-in and the issuer's, and back.</summary>
    public async Task SignIn(string userName)
    {
        var page = await KeycloakPages.Through(await Open($"/sign-in?login_hint={userName}&returnUrl=/"), userName, Password);
        if (page.Status != HttpStatusCode.OK || page.Address.AbsolutePath.StartsWith("/sign-in", StringComparison.Ordinal) || page.Address.AbsolutePath.StartsWith("/realms/", StringComparison.Ordinal))
            throw new InvalidOperationException($"{userName} could not sign in: {page.Status} at {page.Address}\n{page.Text}");
    }

    internal async Task<ShownPage> Send(HttpRequestMessage request)
    {
        using var answer = await Http.SendAsync(request);
        return await Arrive(answer, request.RequestUri!);
    }

    private async Task<ShownPage> Arrive(HttpResponseMessage answer, Uri at, int hops = 0)
    {
        // Browsers trust this machine's own addresses without https: so must a visitor, or Keycloak's cookies get lost.
        foreach (Cookie cookie in Cookies.GetAllCookies())
            cookie.Secure = false;
        if (answer.Headers.Location is not { } location)
            return await ShownPage.Read(this, answer, at);
        if (hops == 20)
            throw new InvalidOperationException($"Sent round in circles, at last from {at} to {location}.");
        var next = new Uri(at, location);
        if (next.AbsolutePath == StopsBefore)
            return await ShownPage.Read(this, answer, next);
        using var onward = await Http.GetAsync(next);
        return await Arrive(onward, next, hops + 1);
    }

    public void Dispose()
    {
        Http.Dispose();
        handler.Dispose();
    }
}
