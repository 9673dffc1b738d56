using Microsoft.Extensions.Configuration;

namespace Pimms.Kernel;

/// <summary>
/// The one address at which people reach the platform: <c>Platform:PublicUrl</c>, or <c>Smtp:PublicAddress</c>, its name of old. Every address that is
/// given out is made from it, and never from what a request says of its host.
/// </summary>
public sealed class PublicAddress(IConfiguration configuration, OwnAddress own)
{
    /// <summary>The setting.</summary>
    public const string Key = "Platform:PublicUrl";

    /// <summary>The setting's name of old.</summary>
    public const string FormerKey = "Smtp:PublicAddress";

    /// <summary>Scheme, host and port; no slash at the end. Where nothing is configured, where this host listens.</summary>
    public string Value => (Configured(configuration) ?? own.Value).TrimEnd('/');

    /// <summary>The same in its parts.</summary>
    public Uri Uri => new(Value);

    /// <summary>What is configured; null when nothing is.</summary>
    public static string? Configured(IConfiguration configuration) => Given(configuration[Key]) ?? Given(configuration[FormerKey]);

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
