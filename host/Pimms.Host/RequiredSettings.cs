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
        ("Smtp:PublicAddress", "the platform's address as people reach it, for the links in mails"),
        ("DataProtection:Certificate:Path", "the certificate that sessions and documents are protected with; deploy/README.md says how to make one"),
    ];

    /// <exception cref="InvalidOperationException">Something is missing, outside Development.</exception>
    public static void Check(IConfiguration configuration, IHostEnvironment environment)
    {
        if (environment.IsDevelopment())
            return;
        var missing = All.Where(one => string.IsNullOrWhiteSpace(configuration[one.Key])).Select(one => $"  {one.Key}: {one.Why}").ToList();
        if (missing.Count > 0)
            throw new InvalidOperationException($"In {environment.EnvironmentName} these are required and not configured:\n{string.Join('\n', missing)}");
    }
}
