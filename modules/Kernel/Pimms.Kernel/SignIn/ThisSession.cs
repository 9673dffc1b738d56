using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Pimms.Kernel;

/// <summary>Which of a person's sessions a request belongs to: the cookie says so, even when the session has ended since.</summary>
public sealed class ThisSession(IOptionsMonitor<CookieAuthenticationOptions> cookies)
{
    private const string KeyClaim = "Microsoft.AspNetCore.Authentication.Cookies-SessionId";

    /// <summary>The id of the session, as <see cref="OpenSession.Id"/>; null without a cookie of ours.</summary>
    public string? IdOf(HttpContext http)
    {
        var options = cookies.Get(KeycloakSignIn.Cookie);
        return options.CookieManager.GetRequestCookie(http, options.Cookie.Name!) is { } cookie && options.TicketDataFormat.Unprotect(cookie)?.Principal.FindFirst(KeyClaim)?.Value is { } key
            ? SessionTickets.Hash(key)
            : null;
    }
}
