using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Pimms.Kernel;

/// <summary>
/// The certificate that the key ring is encrypted with: a stolen backup of the database then opens no session and no document. <c>DataProtection:Certificate</c>
/// is the one in use, <c>DataProtection:Former:0</c> and so on are earlier ones; each with a <c>Path</c> (PKCS #12) and a <c>Password</c>.
/// </summary>
internal static class ProtectionCertificate
{
    private const string Section = "DataProtection:Certificate";

    /// <exception cref="InvalidOperationException">Outside Development there is none; what is missing is named.</exception>
    public static IDataProtectionBuilder UnderCertificate(this IDataProtectionBuilder builder, IConfiguration configuration, IHostEnvironment environment)
    {
        if (string.IsNullOrWhiteSpace(configuration[$"{Section}:Path"]))
            return environment.IsDevelopment() ? builder : throw new InvalidOperationException(
                $"{Section}:Path is not configured: the PKCS #12 file of the certificate that sessions and documents are protected with. deploy/README.md says how to make one.");
        X509Certificate2[] former = [.. configuration.GetSection("DataProtection:Former").GetChildren().Select(Load)];
        builder.ProtectKeysWithCertificate(Load(configuration.GetSection(Section)));
        return former.Length == 0 ? builder : builder.UnprotectKeysWithAnyCertificate(former);
    }

    private static X509Certificate2 Load(IConfigurationSection section) =>
        X509CertificateLoader.LoadPkcs12FromFile(section["Path"]!, section["Password"], X509KeyStorageFlags.EphemeralKeySet);
}
