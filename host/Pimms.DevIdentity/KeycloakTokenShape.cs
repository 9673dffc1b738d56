using System.Security.Claims;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using Pimms.Kernel;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Pimms.DevIdentity;

/// <summary>Access and id tokens as Keycloak 26 writes them.</summary>
internal sealed class KeycloakTokenShape : IOpenIddictServerHandler<GenerateTokenContext>
{
    public ValueTask HandleAsync(GenerateTokenContext context)
    {
        if (context.TokenType is not (TokenTypeIdentifiers.AccessToken or TokenTypeIdentifiers.IdentityToken))
            return default;

        var access = context.TokenType == TokenTypeIdentifiers.AccessToken;
        var token = context.SecurityTokenDescriptor;
        var claims = token.Claims ??= new Dictionary<string, object>();
        token.TokenType = "JWT";
        token.Subject = new ClaimsIdentity(context.Principal.Claims.Where(claim =>
            claim.Type is not (Claims.Role or Claims.ClientId) && !claim.Type.StartsWith(Claims.Prefixes.Private, StringComparison.Ordinal)));
        claims["typ"] = access ? "Bearer" : "ID";
        claims["azp"] = context.ClientId!;
        claims["acr"] = "1";
        claims["email_verified"] = true;
        if (access)
        {
            claims["scope"] = string.Join(' ', context.Principal.GetScopes().Remove(Scopes.OfflineAccess));
            claims["aud"] = KeycloakSettings.ApiAudience;
            claims["realm_access"] = new Dictionary<string, object> { ["roles"] = context.Principal.GetClaims(Claims.Role).ToArray() };
        }

        return default;
    }
}
