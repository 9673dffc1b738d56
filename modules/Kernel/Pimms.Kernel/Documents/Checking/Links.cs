using System.Text.RegularExpressions;

namespace Pimms.Kernel;

/// <summary>Addresses inside documents.</summary>
internal static partial class Links
{
    /// <summary>What a person may click: pages, mail, telephone, a place in the document.</summary>
    public static bool AreHarmless(string address) => address.Length == 0 || address[0] == '#' || Clickable().IsMatch(address);

    /// <summary>It leads out of the container.</summary>
    public static bool HasScheme(string address) => Scheme().IsMatch(address) || address.StartsWith("//", StringComparison.Ordinal) || address.StartsWith("\\\\", StringComparison.Ordinal);

    [GeneratedRegex("^(https?://|mailto:|tel:)", RegexOptions.IgnoreCase)]
    private static partial Regex Clickable();

    [GeneratedRegex("^[a-z][a-z0-9+.-]*:", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();
}
