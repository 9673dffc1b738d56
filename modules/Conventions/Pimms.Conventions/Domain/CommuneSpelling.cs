using System.Text.RegularExpressions;

namespace Pimms.Conventions;

/// <summary>How names of communes are compared, and how those of files in capitals are written.</summary>
internal static partial class CommuneSpelling
{
    private static readonly HashSet<string> Small = ["a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "lès", "lez", "sous", "sur"];
    private static readonly HashSet<string> Articles = ["l", "la", "le", "les"];

    /// <summary>Without accents, hyphens and apostrophes, in lower case, "St" spelt out: <c>L’Île-St-Jean</c> → <c>l ile saint jean</c>.</summary>
    public static string KeyOf(string name) =>
        string.Join(' ', Words().Matches(Plain.Letters(name).ToLowerInvariant()).Select(word => SpeltOut(word.Value)));

    /// <summary>As people write it, when it comes in capitals without its signs (La Poste's list): <c>ST JEAN DU GARD</c> → <c>Saint-Jean-du-Gard</c>. Others are left as they are.</summary>
    public static string Written(string name)
    {
        if (name.Any(char.IsLower))
            return name;
        string[] words = [.. Words().Matches(name.ToLowerInvariant()).Select(word => SpeltOut(word.Value))];
        return string.Concat(words.Index().Select(word => Separator(words, word.Index) + (word.Index > 0 && Small.Contains(word.Item) ? word.Item : Capital(word.Item))));
    }

    /// <summary>Le Grau-du-Roi, L’Isle-Adam, Villeneuve-d’Ascq: a space after an article at the front, an apostrophe after l and d.</summary>
    private static string Separator(string[] words, int at) =>
        at == 0 ? "" : words[at - 1] is "l" or "d" ? "'" : at == 1 && Articles.Contains(words[0]) ? " " : "-";

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string SpeltOut(string word) => word switch { "st" => "saint", "ste" => "sainte", _ => word };

    [GeneratedRegex(@"[\p{L}\d]+")]
    private static partial Regex Words();
}
