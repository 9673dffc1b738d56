using System.Text.RegularExpressions;

namespace Pimms.UnitTests;

/// <summary>Which texts a file asks for, read from the file: what is written is found, what is composed is found by its beginning.</summary>
internal static partial class TextKeys
{
    public static IEnumerable<string> UsedIn(string source) =>
        Asked().Matches(source).Select(match => match.Groups[1].Value)
            .Concat(Lists().Matches(source).SelectMany(match => match.Groups[1].Value.Split(',')).Select(entry => entry.Split(':')[0].Trim()))
            .Where(key => Key().IsMatch(key))
            .Concat(Counted().Matches(source).SelectMany(match => (string[])[$"{match.Groups[1].Value}.One", $"{match.Groups[1].Value}.Many"]));

    public static IEnumerable<string> FamiliesUsedIn(string source) =>
        Composed().Matches(source).Select(match => match.Groups[1].Value).Where(family => family.Contains('.', StringComparison.Ordinal));

    // Text["Key"], texts["Key"], .WithMessage("Key"), Refusal.Of(…, "Key"), Notify("Key"), ThenNotify(this, "Key"), new MenuItem("Key"), label-key="Key".
    [GeneratedRegex("""(?:\b[Tt]exts?\[\s*|WithMessage\(|Refusal\.(?:Of|As)\([^"\n]*,\s*|Notify\((?:this,\s*)?|new MenuItem\(|(?:label|hint)-key=)"([\w.]+)"(?!\s*\+)""")]
    private static partial Regex Asked();

    [GeneratedRegex("""\b(?:columns|keys)="([\w.,:\s-]+)\x22""")]
    private static partial Regex Lists();

    [GeneratedRegex("""\b[Tt]exts?\.Count\(\s*"([\w.]+)\x22""")]
    private static partial Regex Counted();

    [GeneratedRegex("""\b[Tt]exts?\[\s*\$"([\w.]+)\{""")]
    private static partial Regex Composed();

    [GeneratedRegex(@"^[A-Z]\w*(\.\w+)*$")]
    private static partial Regex Key();
}
