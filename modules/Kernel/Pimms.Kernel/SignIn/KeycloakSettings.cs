using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Pimms.Kernel;

/// <summary>The <c>Keycloak</c> section, with the names that Keycloak's own adapters use, and what the embedded issuer stands in for.</summary>
public sealed class KeycloakSettings(IConfiguration configuration, IHostEnvironment environment, OwnAddress own)
{
    /// <summary>Audience of access tokens for the API.</summary>
    public const string ApiAudience = "pimms-api";

    private const string Admin = "Keycloak:admin:secret";
    private const string Server = "Keycloak:auth-server-url";

    /// <summary>True when no Keycloak is configured and the development issuer, in this same process, takes its place.</summary>
    public static bool Embedded(IConfiguration configuration, IHostEnvironment environment) =>
        environment.IsDevelopment() && string.IsNullOrWhiteSpace(configuration[Server]);

    /// <summary>Address of the realm: the <c>iss</c> of its tokens, without a slash at the end.</summary>
    /// <exception cref="InvalidOperationException">No server is configured, outside development.</exception>
    public string Realm => $"{ServerAddress.TrimEnd('/')}/realms/{configuration["Keycloak:realm"] ?? "pimms"}";

    /// <summary>The client that pages sign in with.</summary>
    public string Client => configuration["Keycloak:resource"] ?? "pimms-web";

    /// <summary>Secret of <see cref="Client"/>.</summary>
    /// <exception cref="InvalidOperationException">No secret is configured, outside development.</exception>
    public string Secret => configuration["Keycloak:credentials:secret"]
        ?? (Embedded(configuration, environment) ? "pimms-web-development" : throw Missing("Keycloak:credentials:secret"));

    /// <summary>The service account that runs people's accounts.</summary>
    public string AdminClient => configuration["Keycloak:admin:resource"] ?? "pimms-admin";

    /// <summary>Secret of <see cref="AdminClient"/>.</summary>
    /// <exception cref="InvalidOperationException">No secret is configured.</exception>
    public string AdminSecret => configuration[Admin] ?? throw Missing(Admin);

    /// <summary>The realm in Keycloak's admin API, without a slash at the end.</summary>
    public string AdminAddress => $"{ServerAddress.TrimEnd('/')}/admin/realms/{configuration["Keycloak:realm"] ?? "pimms"}";

    /// <summary>False accepts access tokens made for another audience: only for a realm that cannot add one.</summary>
    public bool VerifyAudience => configuration.GetValue("Keycloak:verify-token-audience", true);

    /// <summary>False, in development and where <c>ssl-required</c> is <c>none</c>, lets keys come and cookies go over http.</summary>
    public bool RequireHttps => !environment.IsDevelopment() && configuration["Keycloak:ssl-required"] != "none";

    /// <summary>Scheme, host and port of the issuer: a form that signs out ends up there, so <c>form-action</c> must allow it.</summary>
    public string Origin => new Uri(ServerAddress).GetLeftPart(UriPartial.Authority);

    /// <summary>Cookies only over https, with the <c>__Host-</c> prefix. A proxy in front must then be believed (<c>X-Forwarded-Proto</c>).</summary>
    internal bool SecureCookies => RequireHttps || own.Value.StartsWith("https:", StringComparison.Ordinal);

    internal string CookieSuffix => environment.IsDevelopment() ? $"-{new Uri(own.Value).Port}" : "";

    /// <summary>Fails now, with the name of what is missing, and not at the first sign-in.</summary>
    public static void Check(IConfiguration configuration, IHostEnvironment environment)
    {
        if (Embedded(configuration, environment))
            return;
        foreach (var key in (string[])[Server, "Keycloak:credentials:secret", Admin])
            if (string.IsNullOrWhiteSpace(configuration[key]))
                throw Missing(key);
    }

    private string ServerAddress => configuration[Server] is { Length: > 0 } address ? address
        : environment.IsDevelopment() ? own.Value : throw Missing(Server);

    private static InvalidOperationException Missing(string key) => new($"{key} is not configured. Sign-in needs it.");
}
