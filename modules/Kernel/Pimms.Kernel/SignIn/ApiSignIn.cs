using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Pimms.Kernel;

internal static class ApiSignIn
{
    public static bool IsApi(this HttpRequest request) => request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    /// <summary>A program's call; the page that describes them, at <c>/api</c> itself, is none.</summary>
    public static bool IsApiCall(this HttpRequest request) => request.IsApi() && request.Path.Value!.TrimEnd('/').Length > "/api".Length;

    public static Task Keep(TokenValidatedContext context)
    {
        // An id token is signed by the same key: what it is for is said inside.
        if (context.SecurityToken is JsonWebToken token && token.TryGetPayloadValue<string>("typ", out var type) && type == "Bearer" && token.Subject is { Length: > 0 })
            context.Principal = SignInClaims.Of(token, KeycloakSignIn.Api);
        else
            context.Fail("Not an access token.");
        return Task.CompletedTask;
    }
}
