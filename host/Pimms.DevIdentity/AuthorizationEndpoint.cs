using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Pimms.DevIdentity;

internal static class AuthorizationEndpoint
{
    private const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    public static async Task<IResult> Handle(HttpContext http, Accounts accounts, DevSessions sessions, CancellationToken ct)
    {
        var request = http.GetOpenIddictServerRequest()!;
        var posted = HttpMethods.IsPost(http.Request.Method);
        var persona = posted ? await Chosen(request, accounts, ct) : await Hinted(request, accounts, ct);
        if (persona is not null)
            return Results.SignIn(Principals.ForCode(persona, sessions.Open(persona.Subject), request.GetScopes()), authenticationScheme: Scheme);
        if (request.HasPromptValue(PromptValues.None))
            return Results.Forbid(new AuthenticationProperties(new Dictionary<string, string?>
            {
                [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.LoginRequired,
            }), [Scheme]);

        http.Response.Headers.CacheControl = "no-store";
        AllowReturn(http.Response, request.RedirectUri!);
        return new RazorComponentResult<Picker>(new
        {
            Personas = await accounts.All(ct),
            Carried = Carried(request),
            UserName = request.Username ?? request.LoginHint,
            Failed = posted,
        });
    }

    private static async Task<Persona?> Chosen(OpenIddictRequest request, Accounts accounts, CancellationToken ct) =>
        (string?)request["persona"] is { Length: > 0 } name
            ? await accounts.Named(name, ct)
            : await accounts.WithPassword(request.Username, request.Password, ct);

    // A hint is enough here, so that tests and bookmarks go straight in; Keycloak only fills the name in.
    private static async Task<Persona?> Hinted(OpenIddictRequest request, Accounts accounts, CancellationToken ct) =>
        request.HasPromptValue(PromptValues.Login) ? null : await accounts.Named(request.LoginHint, ct);

    // The form ends at the platform, which may be the same host by its other name: a browser checks that against the policy.
    private static void AllowReturn(HttpResponse response, string redirectUri) =>
        response.Headers.ContentSecurityPolicy = response.Headers.ContentSecurityPolicy.ToString()
            .Replace("form-action 'self'", $"form-action 'self' {new Uri(redirectUri).GetLeftPart(UriPartial.Authority)}", StringComparison.Ordinal);

    private static Dictionary<string, string> Carried(OpenIddictRequest request) => request.GetParameters()
        .Where(parameter => parameter.Key is not ("persona" or "username" or "password"))
        .ToDictionary(parameter => parameter.Key, parameter => (string?)parameter.Value ?? "");
}
