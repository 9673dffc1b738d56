using System.Globalization;
using System.Text.RegularExpressions;

namespace Pimms.Kernel;

/// <summary>Sets French texts as French is set, so that nobody has to type unbreakable spaces: "Il manque : « date » ?" never breaks before its signs.</summary>
internal static partial class Typography
{
    private const string Space = "\u00a0";

    public static string Set(string text, CultureInfo language) =>
        language.TwoLetterISOLanguageName == "fr"
            ? BetweenLetters().Replace(AfterGuillemet().Replace(BeforeSign().Replace(text, Space), Space), "’")
            : BetweenLetters().Replace(text, "’");

    [GeneratedRegex(" (?=[:;!?»€%])")]
    private static partial Regex BeforeSign();

    [GeneratedRegex("(?<=«) ")]
    private static partial Regex AfterGuillemet();

    [GeneratedRegex(@"(?<=\p{L})'(?=\p{L})")]
    private static partial Regex BetweenLetters();
}
