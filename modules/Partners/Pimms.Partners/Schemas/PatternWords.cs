using System.Text;
using System.Text.RegularExpressions;

namespace Pimms.Partners;

/// <summary>The shape of an identifier as a regular expression that every validator of schemas knows, and back.</summary>
internal static partial class PatternWords
{
    /// <summary><c>99A</c> → <c>^[0-9]{2}[A-Z]$</c>.</summary>
    public static string ToRegex(string pattern)
    {
        var regex = new StringBuilder("^");
        for (var (at, length) = (0, 0); at < pattern.Length; at += length)
        {
            length = pattern[at..].TakeWhile(place => place == pattern[at]).Count();
            regex.Append(pattern[at] switch { '9' => "[0-9]", 'A' => "[A-Z]", _ => "[0-9A-Z]" });
            if (length > 1)
                regex.Append('{').Append(length).Append('}');
        }
        return regex.Append('$').ToString();
    }

    /// <summary>The shape; null when it is none that <see cref="ToRegex"/> writes.</summary>
    public static string? FromRegex(string regex)
    {
        if (!Ours().IsMatch(regex))
            return null;
        var places = Places().Matches(regex).SelectMany(place => Enumerable.Repeat(
            place.Groups[1].Value switch { "[0-9]" => '9', "[A-Z]" => 'A', _ => '*' }, place.Groups[2].Success ? int.Parse(place.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture) : 1));
        var pattern = string.Concat(places);
        return ToRegex(pattern) == regex ? pattern : null;
    }

    [GeneratedRegex(@"^\^((\[0-9\]|\[A-Z\]|\[0-9A-Z\])(\{[1-9][0-9]?\})?)+\$\z")]
    private static partial Regex Ours();

    [GeneratedRegex(@"(\[0-9\]|\[A-Z\]|\[0-9A-Z\])(?:\{([0-9]{1,2})\})?")]
    private static partial Regex Places();
}
