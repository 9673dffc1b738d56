using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Pimms.DevIdentity;

/// <summary>One RSA key, made at start and never kept: what it signed is worth nothing after a restart.</summary>
internal sealed class SigningKey : IDisposable
{
    private static readonly JsonWebTokenHandler Tokens = new() { MapInboundClaims = false };
    private readonly RSA rsa = RSA.Create(2048);

    public SigningKey() => Credentials = new SigningCredentials(
        new RsaSecurityKey(rsa) { KeyId = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32)) },
        SecurityAlgorithms.RsaSha256);

    public SigningCredentials Credentials { get; }

    public string Sign(SecurityTokenDescriptor token)
    {
        token.SigningCredentials = Credentials;
        return Tokens.CreateToken(token);
    }

    /// <summary>The token, when this key signed it for this issuer.</summary>
    public async Task<JsonWebToken?> Read(string? token, string issuer, bool evenExpired = false)
    {
        var result = await Tokens.ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKey = Credentials.Key,
            ValidIssuer = issuer,
            ValidateAudience = false,
            ValidateLifetime = !evenExpired,
            ClockSkew = TimeSpan.Zero,
        });
        return result.IsValid ? (JsonWebToken)result.SecurityToken : null;
    }

    public void Dispose() => rsa.Dispose();
}
