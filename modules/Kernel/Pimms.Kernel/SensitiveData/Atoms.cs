using System.Globalization;

namespace Pimms.Kernel;

/// <summary>A run of figures, or of letters.</summary>
/// <param name="From">Its first sign in <see cref="Atoms.Signs"/>.</param>
/// <param name="Length">Signs.</param>
/// <param name="IsFigures">Figures, else letters.</param>
/// <param name="Gap">What parts it from the one before.</param>
internal readonly record struct Atom(int From, int Length, bool IsFigures, Gap Gap);

internal enum Gap
{
    /// <summary>Figures beside letters, nothing between.</summary>
    None,

    /// <summary>Spaces, dots, hyphens: people part one number so.</summary>
    Space,

    /// <summary>The same across the end of one line.</summary>
    Line,

    /// <summary>Two numbers, two words.</summary>
    Wide,
}

/// <summary>
/// A text as a searcher of numbers sees it: figures of every script as 0 to 9, letters in upper case without accents, invisible signs left out.
/// One pass over the text.
/// </summary>
internal sealed class Atoms
{
    private const string Parting = ".-‐‑‒–—_/·()．－";
    private const int WidestGap = 12;
    private readonly List<Atom> atoms = [];
    private readonly int[] origins;

    public Atoms(string text)
    {
        Text = text;
        (Signs, origins) = (new char[text.Length], new int[text.Length]);
        var length = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(text[at]) == UnicodeCategory.Format)
                continue;
            (Signs[length], origins[length]) = (Plain(text[at]), at);
            length++;
        }
        Split(length);
    }

    public string Text { get; }

    public char[] Signs { get; }

    public int Count => atoms.Count;

    public Atom this[int index] => atoms[index];

    public ReadOnlySpan<char> SignsOf(Atom atom) => Signs.AsSpan(atom.From, atom.Length);

    /// <summary>Where in the text an atom begins.</summary>
    public int StartOf(int index) => origins[atoms[index].From];

    /// <summary>Where in the text an atom ends.</summary>
    public int EndOf(int index) => origins[atoms[index].From + atoms[index].Length - 1] + 1;

    /// <summary>Whether no letter touches what stands from one atom to before another.</summary>
    public bool StandsAlone(int from, int to) => (from == 0 || atoms[from].Gap != Gap.None) && (to == atoms.Count || atoms[to].Gap != Gap.None);

    private void Split(int length)
    {
        for (var at = 0; at < length;)
        {
            var (gapFrom, start) = (at, at);
            while (start < length && !IsSign(Signs[start]))
                start++;
            if (start == length)
                return;
            var (end, figures) = (start, char.IsAsciiDigit(Signs[start]));
            while (end < length && IsSign(Signs[end]) && char.IsAsciiDigit(Signs[end]) == figures)
                end++;
            atoms.Add(new(start, end - start, figures, GapOf(Signs.AsSpan(gapFrom, start - gapFrom))));
            at = end;
        }
    }

    private static Gap GapOf(ReadOnlySpan<char> between)
    {
        if (between.Length is 0 or > WidestGap)
            return between.Length == 0 ? Gap.None : Gap.Wide;
        var (signs, lines) = (0, 0);
        foreach (var sign in between)
        {
            lines += sign == '\n' ? 1 : 0;
            if (!char.IsWhiteSpace(sign) && (!Parting.Contains(sign, StringComparison.Ordinal) || ++signs > 2))
                return Gap.Wide;
        }
        return lines switch { 0 => Gap.Space, 1 => Gap.Line, _ => Gap.Wide };
    }

    private static bool IsSign(char sign) => char.IsAsciiLetterOrDigit(sign);

    private static char Plain(char sign)
    {
        if (char.IsAscii(sign))
            return char.ToUpperInvariant(sign);
        if (CharUnicodeInfo.GetDecimalDigitValue(sign) is >= 0 and var figure)
            return (char)('0' + figure);
        return sign switch
        {
            'é' or 'è' or 'ê' or 'ë' or 'É' or 'È' or 'Ê' or 'Ë' => 'E',
            'ô' or 'Ô' => 'O',
            'â' or 'à' or 'Â' or 'À' => 'A',
            'î' or 'ï' or 'Î' or 'Ï' => 'I',
            >= 'Ａ' and <= 'Ｚ' => (char)(sign - 'Ａ' + 'A'),
            >= 'ａ' and <= 'ｚ' => (char)(sign - 'ａ' + 'A'),
            _ => sign,
        };
    }
}
