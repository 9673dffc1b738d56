using System.Security.Claims;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Pimms.Kernel;

/// <summary>What the platform keeps of a token: who, which session, which roles, which partner. Nothing else of it is believed.</summary>
internal static class SignInClaims
{
    public const string Subject = "sub";
    public const string Session = "sid";
    public const string Name = "name";
    public const string Role = "role";
    public const string PartnerId = "partner_id";
    public const string VerifiedEmail = "verified_email";

    /// <param name="token">An access token of Keycloak.</param>
    /// <param name="scheme">The scheme that validated it; becomes the authentication type.</param>
    public static ClaimsPrincipal Of(JsonWebToken token, string scheme)
    {
        var identity = new ClaimsIdentity(scheme, Name, Role);
        foreach (var type in (string[])[Subject, Session, Name, PartnerId])
            if (token.TryGetPayloadValue<string>(type, out var value) && value.Length > 0)
                identity.AddClaim(new Claim(type, value));
        if (token.TryGetPayloadValue<bool>("email_verified", out var verified) && verified && token.TryGetPayloadValue<string>("email", out var email) && email.Length > 0)
            identity.AddClaim(new Claim(VerifiedEmail, email));
        foreach (var role in RealmRoles(token))
            identity.AddClaim(new Claim(Role, role));
        return new ClaimsPrincipal(identity);
    }

    private static IEnumerable<string> RealmRoles(JsonWebToken token) =>
        token.TryGetPayloadValue<JsonElement>("realm_access", out var access)
        && access.ValueKind == JsonValueKind.Object && access.TryGetProperty("roles", out var roles) && roles.ValueKind == JsonValueKind.Array
            ? roles.EnumerateArray().Select(role => role.GetString()!)
            : [];
}
