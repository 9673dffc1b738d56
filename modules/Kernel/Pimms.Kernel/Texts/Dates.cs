using System.Collections.Concurrent;
using System.Globalization;

namespace Pimms.Kernel;

/// <summary>Days and moments in people's words, in Paris time: "demain, mardi 24", "lundi 16, 10 h 42".</summary>
public sealed class Dates(TimeProvider clock, Texts texts)
{
    /// <summary>The time zone that the association lives in.</summary>
    public static TimeZoneInfo Paris { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private DayInParis? current;

    private enum Form
    {
        Long,
        Short,
        Full,
    }

    /// <summary>The current day in Paris.</summary>
    public DateOnly Today => Current.Day;

    /// <summary>The day that a moment falls on, in Paris.</summary>
    public static DateOnly DayOf(DateTimeOffset at) => WorkingCalendar.DayOf(at);

    /// <summary>A day as one would say it today: "aujourd'hui", "demain, mardi 24", "jeudi 26", "lundi 16 novembre", and with the year when it is another one.</summary>
    public string Day(DateOnly day) => Say(day, Form.Long);

    /// <summary>As <see cref="Day"/>, with the month abbreviated, for columns: "vendredi 4 déc."</summary>
    public string ShortDay(DateOnly day) => Say(day, Form.Short);

    /// <summary>A moment as one would say it today: "aujourd'hui, 10 h 42", "lundi 16, 10 h 42".</summary>
    public string Moment(DateTimeOffset at) => $"{Day(DayOf(at))}, {Time(at)}";

    /// <summary>The hour: "10 h 42".</summary>
    public string Time(DateTimeOffset at) => texts["Dates.Time", InParis(at)];

    /// <summary>The whole date, whatever today is: "lundi 16 novembre 2026".</summary>
    public string Full(DateOnly day) => Say(day, Form.Full);

    /// <summary>The whole moment: "lundi 16 novembre 2026, 10 h 42".</summary>
    public string FullMoment(DateTimeOffset at) => $"{Full(DayOf(at))}, {Time(at)}";

    private DayInParis Current
    {
        get
        {
            var now = clock.GetUtcNow();
            var known = current;
            return known is not null && now >= known.Begins && now < known.Ends ? known : current = DayInParis.At(now);
        }
    }

    private static DateTimeOffset InParis(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Paris);

    /// <summary>A list says the same few days at each of its rows, and all lists say those around today: each is put into words once a day.</summary>
    private string Say(DateOnly day, Form form)
    {
        var today = Current;
        return today.Said.GetOrAdd((day, form, texts.Culture), static (what, said) => said.Dates.InWords(what.Day, what.Form, said.Today), (Dates: this, Today: today.Day));
    }

    private string InWords(DateOnly day, Form form, DateOnly today) => form switch
    {
        Form.Full => Named(day, "Dates.DayMonthYear"),
        Form.Short => Near(day, today) ?? Named(day, day.Year == today.Year ? "Dates.DayShortMonth" : "Dates.DayShortMonthYear"),
        _ => Near(day, today) ?? Named(day, day.Year == today.Year ? "Dates.DayMonth" : "Dates.DayMonthYear"),
    };

    /// <summary>Within a week the number is enough, and no month is needed to know which Monday is meant.</summary>
    private string? Near(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        0 => texts["Dates.Today"],
        1 => texts["Dates.Tomorrow", Named(day, "Dates.WeekDay")],
        -1 => texts["Dates.Yesterday", Named(day, "Dates.WeekDay")],
        >= -7 and <= 6 => Named(day, "Dates.WeekDay"),
        _ => null,
    };

    /// <summary>The text's places: {0} the date, {1} its number in the month ("1er").</summary>
    private string Named(DateOnly day, string key) => texts[key, day, day.Day == 1 ? texts["Dates.First"] : day.Day.ToString(CultureInfo.InvariantCulture)];

    /// <summary>A day, from its first moment to that of the next, and what was said of other days while it was today.</summary>
    private sealed record DayInParis(DateOnly Day, DateTimeOffset Begins, DateTimeOffset Ends)
    {
        public ConcurrentDictionary<(DateOnly Day, Form Form, CultureInfo Language), string> Said { get; } = new();

        public static DayInParis At(DateTimeOffset now)
        {
            var day = DayOf(now);
            return new(day, WorkingCalendar.EndOf(day.AddDays(-1)), WorkingCalendar.EndOf(day));
        }
    }
}
