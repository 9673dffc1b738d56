using System.Text.RegularExpressions;

namespace Pimms.UnitTests;

/// <summary>The words that stand in a page itself, and should come from the texts: a reading of Razor by its outside.</summary>
internal static partial class Markup
{
    public static IEnumerable<string> WordsIn(string page)
    {
        var markup = Verbatim().Replace(Comments().Replace(page, ""), "");
        return TextNodes().Matches(markup).Select(match => match.Groups[1].Value)
            .SelectMany(text => text.Split('\n')).Where(line => !Statement().IsMatch(line)).Select(line => Code().Replace(line, " "))
            .Concat(Attributes().Matches(markup).Select(match => match.Groups[1].Value).Where(value => !value.StartsWith('@')))
            .Select(text => text.Trim()).Where(text => Word().IsMatch(Entity().Replace(text, "")));
    }

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comments();

    // Directives and code blocks up to their closing brace at the beginning of a line.
    [GeneratedRegex(@"^@(?:page|model|using|inject|addTagHelper|namespace|layout|implements)\b[^\n]*$|^(?<i>[ \t]*)@(?:functions\s*)?\{(?:[^\n]*\}[ \t]*$|.*?^\k<i>\})", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Verbatim();

    [GeneratedRegex(@">([^<>]*)<")]
    private static partial Regex TextNodes();

    // @Text["…", Model.X], @Model.Name, @(…), @await …
    [GeneratedRegex("""@(?:await\s+)?(?:\((?:[^()]|\([^()]*\))*\)|[\w.!?]+(?:\[[^\]]*\]|\((?:[^()]|\([^()]*\))*\)|\.\w+)*)""")]
    private static partial Regex Code();

    [GeneratedRegex(@"^\s*(?:@?(?:if|foreach|else|for|switch|case|default|var|while|using|break|return|continue)\b|[{}])|[;{}]\s*$|=>")]
    private static partial Regex Statement();

    [GeneratedRegex("""\b(?:title|alt|placeholder|aria-label|label|hint|caption)="([^"]*)\x22""")]
    private static partial Regex Attributes();

    [GeneratedRegex(@"&\w+;|&#\w+;")]
    private static partial Regex Entity();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Word();
}
