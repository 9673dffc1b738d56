namespace Pimms.Kernel;

/// <summary>What a state is like; it decides a colour that always stands with a word.</summary>
public enum Tone
{
    /// <summary>Nothing is asked of anybody: grey.</summary>
    Neutral,

    /// <summary>Nobody has looked at it yet: violet.</summary>
    New,

    /// <summary>In hand, going its way: teal.</summary>
    Hand,

    /// <summary>Waiting on someone, or soon due: amber.</summary>
    Wait,

    /// <summary>Late, or refused: brick.</summary>
    Late,

    /// <summary>Done: green.</summary>
    Done,
}

internal static class Tones
{
    /// <summary>The class of a tone as written in a page: <c>late</c>, <c>Late</c> or <c>@Tone.Late</c>.</summary>
    public static string Css(string? tone, Tone otherwise = Tone.Neutral) => Css(tone is null ? otherwise : Enum.Parse<Tone>(tone, ignoreCase: true));

    /// <summary>The class of a tone.</summary>
    public static string Css(Tone tone) => Classes[(int)tone];

    private static readonly string[] Classes = [.. Enum.GetNames<Tone>().Select(name => $"tone-{name.ToLowerInvariant()}")];
}
