using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;

namespace Pimms.Kernel;

/// <summary>Where this host listens: the first of its addresses, as a browser on this machine would write it. Known for certain only once the host has started.</summary>
public sealed class OwnAddress(IServer server, IConfiguration configuration)
{
    /// <summary>Scheme, host and port; no slash at the end.</summary>
    public string Value =>
        Local(server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
            ?? configuration["urls"]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault()
            ?? "http://localhost:5000");

    // "Every interface" is written in ways that are no host name.
    private static string Local(string address) =>
        address.Replace("://+", "://localhost", StringComparison.Ordinal)
            .Replace("://*", "://localhost", StringComparison.Ordinal)
            .Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal)
            .Replace("://[::]", "://localhost", StringComparison.Ordinal)
            .TrimEnd('/');
}
