using System.Text;
using System.Text.RegularExpressions;

namespace Pimms.UnitTests;

/// <summary>The words that stand in a page itself, and should come from the texts: a reading of Razor by its outside.</summary>
internal static partial class Markup
{
    public static IEnumerable<string> WordsIn(string page)
    {
        var markup = WithoutCode(Verbatim().Replace(Comments().Replace(page, ""), ""));
        return TextNodes().Matches(markup).SelectMany(match => match.Groups[1].Value.Split('\n')).Where(line => !Statement().IsMatch(line))
            .Concat(Attributes().Matches(markup).Select(match => match.Groups[1].Value))
            .Select(text => text.Trim()).Where(text => Word().IsMatch(Entity().Replace(text, "")) && !text.StartsWith('/'));
    }

    /// <summary>Takes away what begins with @, up to where its names, brackets and parentheses end.</summary>
    private static string WithoutCode(string markup)
    {
        var left = new StringBuilder();
        for (var at = 0; at < markup.Length; at++)
        {
            if (markup[at] != '@')
                left.Append(markup[at]);
            else if (at + 1 < markup.Length && markup[at + 1] == '@')
                at++;
            else
                at = EndOfCode(markup, at + 1) - 1;
        }
        return left.ToString();
    }

    private static int EndOfCode(string markup, int at)
    {
        var start = Keyword().Match(markup, at);
        at += start.Length;
        while (at < markup.Length)
        {
            if (markup[at] is '(' or '[')
                at = EndOfBrackets(markup, at);
            else if (char.IsLetterOrDigit(markup[at]) || markup[at] is '_' || (markup[at] is '.' or '!' or '?' && at + 1 < markup.Length && (char.IsLetter(markup[at + 1]) || markup[at + 1] is '.' or '[')))
                at++;
            else
                break;
        }
        return at;
    }

    private static int EndOfBrackets(string markup, int at)
    {
        var (depth, quoted) = (0, false);
        for (; at < markup.Length; at++)
        {
            quoted ^= markup[at] == '"';
            depth += quoted ? 0 : markup[at] is '(' or '[' ? 1 : markup[at] is ')' or ']' ? -1 : 0;
            if (depth == 0)
                return at + 1;
        }
        return at;
    }

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comments();

    // Directives, and code blocks up to the brace that stands where they began.
    [GeneratedRegex(@"^@(?:page|model|using|inject|addTagHelper|namespace|layout|implements)\b[^\n]*$|^(?<i>[ \t]*)@(?:functions\s*)?\{(?:[^\n]*\}[ \t]*$|.*?^\k<i>\})", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Verbatim();

    [GeneratedRegex(@"\G(?:await |if |foreach |for |while |switch |using )?")]
    private static partial Regex Keyword();

    [GeneratedRegex(@">([^<>]*)<")]
    private static partial Regex TextNodes();

    [GeneratedRegex(@"^\s*(?:else|if|foreach|switch|case|default|var|while|break|return|continue)\b|[;{}]\s*$|=>")]
    private static partial Regex Statement();

    [GeneratedRegex("""\b(?:title|alt|placeholder|aria-label|label|hint|caption)="([^"]*)\x22""")]
    private static partial Regex Attributes();

    [GeneratedRegex(@"&\w+;|&#\w+;")]
    private static partial Regex Entity();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Word();
}
