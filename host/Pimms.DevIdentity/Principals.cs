using System.Collections.Immutable;
using System.Security.Claims;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Pimms.DevIdentity;

internal static class Principals
{
    /// <summary>What an authorization code carries: it travels in an address, and the rest is looked up when it is redeemed.</summary>
    public static ClaimsPrincipal ForCode(Persona persona, string sid, ImmutableArray<string> scopes) =>
        new ClaimsPrincipal(new ClaimsIdentity("dev-identity").SetClaim(Claims.Subject, persona.Subject).SetClaim("sid", sid)).SetScopes(scopes);

    public static ClaimsPrincipal Of(Persona persona, string sid, ImmutableArray<string> scopes)
    {
        var identity = new ClaimsIdentity("dev-identity", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, persona.Subject)
            .SetClaim("sid", sid)
            .SetClaim(Claims.PreferredUsername, persona.UserName)
            .SetClaim(Claims.Name, $"{persona.GivenName} {persona.FamilyName}")
            .SetClaim(Claims.GivenName, persona.GivenName)
            .SetClaim(Claims.FamilyName, persona.FamilyName)
            .SetClaim(Claims.Email, persona.Email)
            .SetClaim("partner_id", persona.PartnerId)
            .SetClaims(Claims.Role, [.. persona.Roles]);
        // Roles are for the API only: Keycloak's id token has none.
        identity.SetDestinations(claim => claim.Type == Claims.Role
            ? [Destinations.AccessToken]
            : [Destinations.AccessToken, Destinations.IdentityToken]);
        // Keycloak gives a refresh token unasked; here the scope asks for it.
        return new ClaimsPrincipal(identity).SetScopes([.. scopes, Scopes.OfflineAccess]);
    }
}
