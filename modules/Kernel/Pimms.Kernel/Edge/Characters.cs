using System.Buffers;
using System.Text;

namespace Pimms.Kernel;

/// <summary>
/// What no text of the platform may hold: U+0000 and the other control characters (a tab and line breaks are text), half a surrogate pair, and
/// the code points that Unicode keeps from being characters. PostgreSQL stores some of them not at all; the rest nobody sees or means.
/// </summary>
public static class Characters
{
    private static readonly SearchValues<char> Plain = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code)]);

    /// <summary>Whether a text holds nothing of that.</summary>
    public static bool AreFit(ReadOnlySpan<char> text)
    {
        var rest = text;
        while (rest.IndexOfAnyExcept(Plain) is var next and >= 0)
        {
            rest = rest[next..];
            if (Rune.DecodeFromUtf16(rest, out var character, out var length) != OperationStatus.Done || IsUnfit(character))
                return false;
            rest = rest[length..];
        }
        return true;
    }

    /// <summary>The text without what it may not hold.</summary>
    public static string WithoutUnfit(string text)
    {
        if (AreFit(text))
            return text;
        var kept = new StringBuilder(text.Length);
        for (var rest = text.AsSpan(); rest.Length > 0;)
        {
            var status = Rune.DecodeFromUtf16(rest, out var character, out var length);
            if (status == OperationStatus.Done && !IsUnfit(character))
                kept.Append(rest[..length]);
            rest = rest[length..];
        }
        return kept.ToString();
    }

    private static bool IsUnfit(Rune character) => character.Value switch
    {
        '\t' or '\n' or '\r' => false,
        < 0x20 or (>= 0x7F and <= 0x9F) => true,
        >= 0xFDD0 and <= 0xFDEF => true,
        var code => (code & 0xFFFE) == 0xFFFE,
    };
}
