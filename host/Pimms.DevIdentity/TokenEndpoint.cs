using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Pimms.DevIdentity;

internal static class TokenEndpoint
{
    private const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    public static async Task<IResult> Handle(HttpContext http, Accounts accounts, DevSessions sessions, CancellationToken ct)
    {
        var request = http.GetOpenIddictServerRequest()!;
        if (request.IsPasswordGrantType())
            return await accounts.WithPassword(request.Username, request.Password, ct) is { } known
                ? SignIn(known, sessions.Open(known.Subject), request)
                : Refuse("Invalid user credentials");

        var before = (await http.AuthenticateAsync(Scheme)).Principal!;
        var sid = before.GetClaim("sid")!;
        if (request.IsAuthorizationCodeGrantType() && !sessions.Redeem(request.Code!))
        {
            await sessions.End(sid, ct);
            return Refuse("Code not valid");
        }

        return sessions.IsOpen(sid) && await accounts.WithSubject(before.GetClaim(Claims.Subject), ct) is { } persona
            ? Results.SignIn(Principals.Of(persona, sid, before.GetScopes()), authenticationScheme: Scheme)
            : Refuse("Session not active");
    }

    private static IResult SignIn(Persona persona, string sid, OpenIddictRequest request) =>
        Results.SignIn(Principals.Of(persona, sid, request.GetScopes()), authenticationScheme: Scheme);

    private static IResult Refuse(string why) => Results.Forbid(new AuthenticationProperties(new Dictionary<string, string?>
    {
        [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.InvalidGrant,
        [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = why,
    }), [Scheme]);
}
