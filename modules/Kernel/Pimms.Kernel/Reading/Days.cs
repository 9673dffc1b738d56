using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Pimms.Kernel;

/// <summary>
/// The one reader of days, in every language of the interface: <c>2026-11-27</c>, <c>27/11/2026</c>, <c>27 novembre 2026</c>. The day stands first, or the year does.
/// Nothing is guessed: without all three parts, or with a year of two digits, it is no day.
/// </summary>
public static partial class Days
{
    private static readonly FrozenDictionary<string, int> Months = NamesOfMonths();

    /// <summary>Reads a day.</summary>
    /// <returns>Null when it is none, or could be two.</returns>
    public static DateOnly? Read(string? typed)
    {
        var text = Typed.Line(typed);
        return InFigures().Match(text) is { Success: true } figures ? Of(figures, Number(figures.Groups["month"].Value))
            : YearFirst().Match(text) is { Success: true } iso ? Of(iso, Number(iso.Groups["month"].Value))
            : InWords().Match(text) is { Success: true } words && Months.TryGetValue(Plain.Letters(words.Groups["month"].Value).ToLowerInvariant(), out var month) ? Of(words, month)
            : null;
    }

    /// <summary>As it is kept and given to programs: <c>2026-11-27</c>. <see cref="Read"/> reads it again as the same day.</summary>
    public static string Kept(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Of(Match match, int month)
    {
        var (year, day) = (Number(match.Groups["year"].Value), Number(match.Groups["day"].Value));
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static int Number(string figures) => int.Parse(figures, NumberStyles.None, CultureInfo.InvariantCulture);

    private static FrozenDictionary<string, int> NamesOfMonths()
    {
        var names = new Dictionary<string, int>();
        foreach (var month in TextResources.Languages.SelectMany(language => new[] { language.DateTimeFormat.MonthNames, language.DateTimeFormat.AbbreviatedMonthNames }).SelectMany(all => all.Index()))
        {
            if (month.Item.Length > 0)
                names[Plain.Letters(month.Item).TrimEnd('.').ToLowerInvariant()] = month.Index + 1;
        }
        return names.ToFrozenDictionary();
    }

    [GeneratedRegex(@"^(?<day>[0-9]{1,2})(?<between> ?[/.\- ] ?)(?<month>[0-9]{1,2})\k<between>(?<year>[1-9][0-9]{3})\z")]
    private static partial Regex InFigures();

    [GeneratedRegex(@"^(?<year>[1-9][0-9]{3})(?<between>[/.\-])(?<month>[0-9]{1,2})\k<between>(?<day>[0-9]{1,2})\z")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(?<day>[0-9]{1,2})(er|st|nd|rd|th)? (?<month>\p{L}+)\.? (?<year>[1-9][0-9]{3})\z")]
    private static partial Regex InWords();
}
