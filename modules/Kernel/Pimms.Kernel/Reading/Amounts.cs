using System.Globalization;
using System.Text.RegularExpressions;

namespace Pimms.Kernel;

/// <summary>
/// The one reader of amounts in euros, for pages, drafts, the API, papers and lists: <c>412,80</c>, <c>412.8</c>, <c>1 234,56 €</c>.
/// A comma or a point only ever stands before one or two decimals: <c>1.234</c> and <c>1,234</c> could mean two things, so they are refused.
/// </summary>
public static partial class Amounts
{
    /// <summary>Reads an amount, negative ones included, below 1,000,000,000,000.</summary>
    /// <returns>Null when it is none, or could be two.</returns>
    public static decimal? Read(string? typed)
    {
        var text = Unit().Replace(Typed.Line(typed), "").Trim().Replace('\u2212', '-');
        if (!Shape().IsMatch(text))
            return null;
        var plain = text.Replace(" ", "", StringComparison.Ordinal).Replace(',', '.');
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return decimal.TryParse(plain, style, CultureInfo.InvariantCulture, out var amount) && Math.Abs(amount) < 1_000_000_000_000 ? amount : null;
    }

    /// <summary>As it is kept and given to programs: <c>412.80</c>. <see cref="Read"/> reads it again as the same amount.</summary>
    /// <param name="amount">At most two decimals.</param>
    public static string Kept(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(€|EUR\b)|(€|\bEUR|(?<=[0-9])EUR|\s*\beuros?|(?<=[0-9])euros?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unit();

    [GeneratedRegex(@"^-?([0-9]{1,3}( [0-9]{3})+|[0-9]{1,18})([.,][0-9]{1,2})?\z")]
    private static partial Regex Shape();
}
