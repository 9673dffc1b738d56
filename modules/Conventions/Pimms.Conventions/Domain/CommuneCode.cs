using System.Text.RegularExpressions;

namespace Pimms.Conventions;

/// <summary>INSEE codes of communes: two characters of the département, 2A and 2B for Corsica, then three digits.</summary>
internal static partial class CommuneCode
{
    public static bool Fits(string text) => Shape().IsMatch(text);

    /// <summary>The codes of a text as people write lists: with spaces, commas, semicolons or lines between, in any case, some of them twice.</summary>
    public static string[] In(IEnumerable<string?> texts) =>
        [.. texts.SelectMany(text => Separators().Split(text ?? "")).Where(code => code.Length > 0).Select(code => code.ToUpperInvariant()).Distinct()];

    [GeneratedRegex(@"^(0[1-9]|1\d|2[1-9AB]|[3-8]\d|9[0-8])\d{3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();

    [GeneratedRegex(@"[\s,;]+")]
    private static partial Regex Separators();
}
