using Pimms.Kernel;

namespace Pimms.Host;

/// <summary>What a host in earnest cannot do without. Development brings a substitute for each; anywhere else a missing one stops the start, all of them named at once.</summary>
internal static class RequiredSettings
{
    private static readonly (string Key, string Why)[] All =
    [
        ("ConnectionStrings:Pimms", "the application role's connection to PostgreSQL"),
        ("Keycloak:auth-server-url", "where people sign in"),
        ("Keycloak:credentials:secret", "secret of the client that pages sign in with"),
        ("Keycloak:admin:secret", "secret of the service account that runs people's accounts"),
        ("RabbitMq:Host", "what carries events between hosts"),
        ("Smtp:Host", "notifications need a mail server"),
        ("DataProtection:Certificate:Path", "the certificate that sessions and documents are protected with; deploy/README.md says how to make one"),
    ];

    /// <exception cref="InvalidOperationException">Something is missing, outside Development.</exception>
    public static void Check(IConfiguration configuration, IHostEnvironment environment)
    {
        if (environment.IsDevelopment())
            return;
        var missing = All.Where(setting => string.IsNullOrWhiteSpace(configuration[setting.Key])).Select(setting => $"  {setting.Key}: {setting.Why}").ToList();
        if (PublicAddress.Configured(configuration) is null)
            missing.Add($"  {PublicAddress.Key} (or {PublicAddress.FormerKey}): the platform's address as people reach it, for every link that is given out");
        if (missing.Count > 0)
            throw new InvalidOperationException($"In {environment.EnvironmentName} these are required and not configured:\n{string.Join('\n', missing)}");
        var dangers = Unsafe(configuration).Select(setting => $"  {setting.Key}: {setting.Why}").ToList();
        if (dangers.Count > 0)
            throw new InvalidOperationException($"In {environment.EnvironmentName} these are not safe:\n{string.Join('\n', dangers)}");
    }

    /// <summary>What is fit for trying things out only.</summary>
    private static IEnumerable<(string Key, string Why)> Unsafe(IConfiguration configuration)
    {
        if (!configuration.GetValue("Keycloak:verify-token-audience", true))
            yield return ("Keycloak:verify-token-audience", "a token that was made for another program would open the API; give the realm's client the audience pimms-api");
        // On this very machine nothing goes over a line that somebody could listen to.
        if (configuration["Keycloak:ssl-required"] == "none" && !(Uri.TryCreate(configuration["Keycloak:auth-server-url"], UriKind.Absolute, out var issuer) && issuer.IsLoopback))
            yield return ("Keycloak:ssl-required", "secrets and tokens would go to Keycloak and back in clear; give it https");
        if (!Uri.TryCreate(PublicAddress.Configured(configuration), UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps || address.IsLoopback))
            yield return (PublicAddress.Key, "it has to be an https address, such as https://pimms.example.org");
    }
}
