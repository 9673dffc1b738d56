using System.Globalization;
using System.Text.RegularExpressions;

namespace Pimms.Kernel;

/// <summary>The one reader of whole numbers: <c>1200</c>, <c>1 200</c>. A point or a comma is no separator: <c>1.200</c> could be a fraction.</summary>
public static partial class WholeNumbers
{
    /// <summary>Reads a whole number, negative ones included.</summary>
    /// <returns>Null when it is none.</returns>
    public static long? Read(string? typed)
    {
        var text = Typed.Line(typed).Replace('\u2212', '-');
        return Shape().IsMatch(text) && long.TryParse(text.Replace(" ", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>As it is kept and given to programs: <c>1200</c>.</summary>
    public static string Kept(long number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^-?([0-9]{1,3}( [0-9]{3})+|[0-9]{1,18})\z")]
    private static partial Regex Shape();
}
