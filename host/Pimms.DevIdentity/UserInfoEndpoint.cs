using Microsoft.AspNetCore.Http;
using Pimms.Kernel;

namespace Pimms.DevIdentity;

internal static class UserInfoEndpoint
{
    private const string Prefix = "Bearer ";
    private static readonly string[] Told = ["sub", "preferred_username", "name", "given_name", "family_name", "email", "partner_id"];

    public static async Task<IResult> Handle(HttpRequest request, SigningKey key, KeycloakSettings settings, DevSessions sessions)
    {
        var header = request.Headers.Authorization.ToString();
        var token = header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            ? await key.Read(header[Prefix.Length..].Trim(), settings.Realm)
            : null;
        if (token is null || !token.TryGetPayloadValue<string>("typ", out var type) || type != "Bearer"
            || !sessions.IsOpen(token.GetPayloadValue<string>("sid")))
        {
            request.HttpContext.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
            return Results.Json(new { error = "invalid_token", error_description = "Token verification failed" }, statusCode: 401);
        }

        return Results.Json(token.Claims.Where(claim => Told.Contains(claim.Type)).ToDictionary(claim => claim.Type, claim => claim.Value));
    }
}
