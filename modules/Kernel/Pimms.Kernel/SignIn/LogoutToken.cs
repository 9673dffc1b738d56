using System.Text.Json;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Pimms.Kernel;

/// <summary>A back-channel logout token, checked as OpenID Connect Back-Channel Logout 1.0 (2.6) asks.</summary>
internal sealed class LogoutToken(IOptionsMonitor<OpenIdConnectOptions> schemes)
{
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";
    private static readonly JsonWebTokenHandler Tokens = new() { MapInboundClaims = false };

    /// <summary>Whose session ended, or null when the token is not a good one. At least one of the two is there.</summary>
    public async Task<(string? Sid, string? Subject)?> Read(string? token, CancellationToken ct)
    {
        var options = schemes.Get(KeycloakSignIn.Pages);
        var issuer = await options.ConfigurationManager!.GetConfigurationAsync(ct);
        var result = await Tokens.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = issuer.Issuer,
            IssuerSigningKeys = issuer.SigningKeys,
            ValidAudience = options.ClientId,
            ValidTypes = ["logout+jwt"],
            ValidAlgorithms = KeycloakSignIn.Algorithms,
            ClockSkew = KeycloakSignIn.ClockSkew,
        });
        if (!result.IsValid)
        {
            if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
                options.ConfigurationManager.RequestRefresh();
            return null;
        }

        var logout = (JsonWebToken)result.SecurityToken;
        if (!logout.TryGetPayloadValue<JsonElement>("events", out var events) || !events.TryGetProperty(Event, out _) || logout.TryGetPayloadValue<string>("nonce", out _))
            return null;
        logout.TryGetPayloadValue<string>(SignInClaims.Session, out var sid);
        logout.TryGetPayloadValue<string>(SignInClaims.Subject, out var subject);
        return sid is null && subject is null ? null : (sid, subject);
    }
}
