namespace Pimms.Kernel;

/// <summary>Where in a text such a number stands.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Its first character, from 0.</param>
/// <param name="Length">In characters, spaces between its parts included.</param>
public readonly record struct SensitiveFinding(SensitiveKind Kind, int Start, int Length);

/// <summary>A place in a text as one shows it: the number itself is hidden, what stands around it is not.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">The character in the line, from 1.</param>
/// <param name="Excerpt">On one line, cut at words; all numbers found in the text are dots.</param>
public sealed record SensitivePlace(int Line, int Column, string Excerpt)
{
    private const char Dot = '•';
    private const int Around = 28;

    /// <summary>The place of one finding of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="all">All that was found in it.</param>
    /// <param name="one">The one to show.</param>
    public static SensitivePlace Of(string text, IEnumerable<SensitiveFinding> all, SensitiveFinding one)
    {
        var before = text.AsSpan(0, one.Start);
        return new(before.Count('\n') + 1, one.Start - (before.LastIndexOf('\n') + 1) + 1, Cut(Hidden(text, all), one));
    }

    private static string Hidden(string text, IEnumerable<SensitiveFinding> all)
    {
        var signs = text.ToCharArray();
        foreach (var finding in all)
        {
            for (var at = finding.Start; at < finding.Start + finding.Length; at++)
                signs[at] = char.IsLetterOrDigit(signs[at]) ? Dot : signs[at];
        }
        for (var at = 0; at < signs.Length; at++)
            signs[at] = char.IsWhiteSpace(signs[at]) || char.IsControl(signs[at]) ? ' ' : signs[at];
        return new(signs);
    }

    private static string Cut(string hidden, SensitiveFinding one)
    {
        var (from, to) = (Math.Max(0, one.Start - Around), Math.Min(hidden.Length, one.Start + one.Length + Around));
        if (from > 0 && hidden.IndexOf(' ', from, one.Start - from) is >= 0 and var space)
            from = space + 1;
        if (to < hidden.Length && hidden.LastIndexOf(' ', to - 1, to - one.Start - one.Length) is >= 0 and var last)
            to = last;
        return $"{(from > 0 ? "…" : "")}{hidden[from..to].Trim()}{(to < hidden.Length ? "…" : "")}";
    }
}
