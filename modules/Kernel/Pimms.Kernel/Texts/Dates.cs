using System.Globalization;

namespace Pimms.Kernel;

/// <summary>Days and moments in people's words, in Paris time: "demain, mardi 24", "lundi 16, 10 h 42".</summary>
public sealed class Dates(TimeProvider clock, Texts texts)
{
    /// <summary>The time zone that the association lives in.</summary>
    public static TimeZoneInfo Paris { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private DayInParis? today;

    /// <summary>The current day in Paris.</summary>
    public DateOnly Today
    {
        get
        {
            // Asked for several times at each row of a list.
            var now = clock.GetUtcNow();
            var known = today;
            if (known is null || now < known.Begins || now >= known.Ends)
                today = known = DayInParis.At(now);
            return known.Day;
        }
    }

    /// <summary>The day that a moment falls on, in Paris.</summary>
    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(InParis(at).DateTime);

    /// <summary>A day as one would say it today: "aujourd'hui", "demain, mardi 24", "jeudi 26", "lundi 16 novembre", and with the year when it is another one.</summary>
    public string Day(DateOnly day) => Near(day) ?? (day.Year == Today.Year ? Named(day, "Dates.DayMonth") : Full(day));

    /// <summary>As <see cref="Day"/>, with the month abbreviated, for columns: "vendredi 4 déc."</summary>
    public string ShortDay(DateOnly day) => Near(day) ?? Named(day, day.Year == Today.Year ? "Dates.DayShortMonth" : "Dates.DayShortMonthYear");

    /// <summary>A moment as one would say it today: "aujourd'hui, 10 h 42", "lundi 16, 10 h 42".</summary>
    public string Moment(DateTimeOffset at) => $"{Day(DayOf(at))}, {Time(at)}";

    /// <summary>The hour: "10 h 42".</summary>
    public string Time(DateTimeOffset at) => texts["Dates.Time", InParis(at)];

    /// <summary>The whole date, whatever today is: "lundi 16 novembre 2026".</summary>
    public string Full(DateOnly day) => Named(day, "Dates.DayMonthYear");

    /// <summary>The whole moment: "lundi 16 novembre 2026, 10 h 42".</summary>
    public string FullMoment(DateTimeOffset at) => $"{Full(DayOf(at))}, {Time(at)}";

    private sealed record DayInParis(DateOnly Day, DateTimeOffset Begins, DateTimeOffset Ends)
    {
        public static DayInParis At(DateTimeOffset now)
        {
            var day = DayOf(now);
            return new(day, WorkingCalendar.EndOf(day.AddDays(-1)), WorkingCalendar.EndOf(day));
        }
    }

    private static DateTimeOffset InParis(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Paris);

    /// <summary>Within a week the number is enough, and no month is needed to know which Monday is meant.</summary>
    private string? Near(DateOnly day) => (day.DayNumber - Today.DayNumber) switch
    {
        0 => texts["Dates.Today"],
        1 => texts["Dates.Tomorrow", Named(day, "Dates.WeekDay")],
        -1 => texts["Dates.Yesterday", Named(day, "Dates.WeekDay")],
        >= -7 and <= 6 => Named(day, "Dates.WeekDay"),
        _ => null,
    };

    /// <summary>The text's places: {0} the date, {1} its number in the month ("1er").</summary>
    private string Named(DateOnly day, string key) => texts[key, day, day.Day == 1 ? texts["Dates.First"] : day.Day.ToString(CultureInfo.InvariantCulture)];
}
