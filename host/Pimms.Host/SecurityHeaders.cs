using System.Security.Cryptography;
using Pimms.Kernel;

namespace Pimms.Host;

/// <summary>What browsers are told on every answer: only our own files, no inline script or style, nobody may frame us, no referrer to others.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, KeycloakSettings keycloak, PublicAddress address, IHostEnvironment environment)
{
    /// <summary>Where the layout finds the nonce of this request.</summary>
    public const string Nonce = "csp-nonce";

    // The issuer in this same process has its address only once the host listens.
    private string? sameForAll;

    public Task Invoke(HttpContext context)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        context.Items[Nonce] = nonce;
        var headers = context.Response.Headers;
        // Signing out is a form here that ends at the issuer.
        sameForAll ??= $"default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self' {keycloak.Origin}; "
            + "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types pimms; script-src 'nonce-";
        headers.ContentSecurityPolicy = $"{sameForAll}{nonce}'";
        // Here too, and not in the proxy alone: another proxy, or none, changes nothing.
        if (!environment.IsDevelopment() && address.Uri.Scheme == Uri.UriSchemeHttps)
            headers.StrictTransportSecurity = "max-age=31536000";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        // Personal data: not to be found again in a shared computer's cache. In the words that the antiforgery token asks for: others it would overwrite, and warn each time.
        if (!context.Request.Path.StartsWithSegments("/built"))
            headers.CacheControl = "no-cache, no-store";
        return next(context);
    }
}
