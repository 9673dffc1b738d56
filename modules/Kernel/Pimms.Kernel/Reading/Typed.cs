using System.Globalization;
using System.Text;

namespace Pimms.Kernel;

/// <summary>What all readers of typed values have in common: nobody sees whether a space is a wide or a narrow one, and nobody sees marks that have no width.</summary>
public static class Typed
{
    /// <summary>One line as it looks: every kind of space an ordinary one, no invisible marks, composed letters, nothing at either end. Joiners between visible characters stay: Persian and emoji need them.</summary>
    /// <returns>Empty when nothing is visible.</returns>
    public static string Line(string? typed)
    {
        var text = (typed ?? "").Trim();
        if (text.All(char.IsAscii))
            return text.Replace('\t', ' ');
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsSpace(rune))
                line.Append(' ');
            else if (!IsInvisible(rune) && !(IsJoiner(rune) && (line.Length == 0 || line[^1] == ' ')))
                line.Append(rune.ToString());
        }
        return Trimmed(line.ToString()).Normalize();
    }

    private static string Trimmed(string line)
    {
        var (start, end) = (0, line.Length);
        while (start < end && IsEdge(line[start]))
            start++;
        while (end > start && IsEdge(line[end - 1]))
            end--;
        return line[start..end];
    }

    private static bool IsEdge(char character) => char.IsWhiteSpace(character) || character is '\u200c' or '\u200d';

    /// <summary>A text of several lines whose line ends are one character each, whoever sent it: browsers send two, and a length would count them double.</summary>
    public static string Paragraphs(string typed) => typed.ReplaceLineEndings("\n");

    private static bool IsSpace(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator || rune.Value == '\t';

    private static bool IsJoiner(Rune rune) => rune.Value is 0x200C or 0x200D;

    /// <summary>Format characters, direction marks among them, and the letters and symbols of Unicode that are drawn as nothing.</summary>
    private static bool IsInvisible(Rune rune) =>
        (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && !IsJoiner(rune)) || rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0;
}
