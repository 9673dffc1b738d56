using System.Security.Cryptography;
using System.Text;

namespace Pimms.Kernel;

/// <summary>The ids of the demonstration association, the same on every machine, so that each module can seed what is its own.</summary>
public static class DemonstrationId
{
    /// <summary>The id of a thing by its name: <c>site:valdegour</c>, <c>partner:energie</c>, <c>unit:energie-solidarite</c>, <c>person:agent.energie</c>.</summary>
    public static Guid Of(string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"pimms-demonstration/{name}")).AsSpan(0, 16);
        // RFC 9562: version 8 (made by the application's own rule), variant 10.
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
