using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Pimms.Kernel;

/// <summary>The section <c>Documents</c>, and <c>ClamAv</c>.</summary>
/// <param name="MustBeScanned">What no scanner has seen waits in quarantine: always in Production, elsewhere by <c>Documents:MustBeScanned</c>.</param>
/// <param name="ClamAvHost">Where clamd listens: <c>ClamAv:Host</c>, or the path of its socket; null when there is none.</param>
/// <param name="ClamAvPort"><c>ClamAv:Port</c>, 3310 unless said.</param>
public sealed record DocumentSettings(bool MustBeScanned, string? ClamAvHost, int ClamAvPort)
{
    internal static DocumentSettings From(IConfiguration configuration, IHostEnvironment environment) => new(
        environment.IsProduction() || configuration.GetValue("Documents:MustBeScanned", false),
        configuration["ClamAv:Host"] is { Length: > 0 } host ? host : null,
        configuration.GetValue("ClamAv:Port", 3310));
}
