using System.Collections.Concurrent;

namespace Pimms.Kernel;

/// <summary>
/// The working days that commitments are counted in: Monday to Friday minus the public holidays of article L3133-1 of the French labour
/// code, those that follow Easter computed; in Alsace and Moselle also Good Friday and 26 December. Days are those of Europe/Paris.
/// </summary>
/// <param name="alsaceMoselle">Whether the two extra days are kept.</param>
public sealed class WorkingCalendar(bool alsaceMoselle = false)
{
    private readonly ConcurrentDictionary<int, HashSet<DateOnly>> holidays = new();

    /// <summary>The calendar of the rest of France.</summary>
    public static WorkingCalendar France { get; } = new();

    /// <summary>The day it is in Paris at an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Dates.Paris).DateTime);

    /// <summary>The last instant of a day in Paris, exclusive: midnight that ends it, in UTC.</summary>
    public static DateTimeOffset EndOf(DateOnly day)
    {
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Dates.Paris.GetUtcOffset(midnight)).ToUniversalTime();
    }

    /// <summary>Whether people work on that day.</summary>
    public bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.GetOrAdd(day.Year, static (year, calendar) => calendar.HolidaysOf(year), this).Contains(day);

    /// <summary>The day that is so many working days after another, or before it; the start itself does not count.</summary>
    /// <param name="start">Any day.</param>
    /// <param name="workingDays">0 gives the start itself; negative goes back.</param>
    public DateOnly Add(DateOnly start, int workingDays)
    {
        var (day, step) = (start, Math.Sign(workingDays));
        for (var left = Math.Abs(workingDays); left > 0;)
        {
            day = day.AddDays(step);
            if (IsWorkingDay(day))
                left--;
        }
        return day;
    }

    /// <summary>How many working days lie after the first day, up to and including the second; negative when the second is earlier.</summary>
    public int Between(DateOnly from, DateOnly to)
    {
        if (to < from)
            return -Between(to, from);
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            if (IsWorkingDay(day))
                count++;
        }
        return count;
    }

    private HashSet<DateOnly> HolidaysOf(int year)
    {
        var easter = EasterSunday(year);
        HashSet<DateOnly> days =
        [
            new(year, 1, 1), easter.AddDays(1), new(year, 5, 1), new(year, 5, 8), easter.AddDays(39), easter.AddDays(50),
            new(year, 7, 14), new(year, 8, 15), new(year, 11, 1), new(year, 11, 11), new(year, 12, 25),
        ];
        if (alsaceMoselle)
            days.UnionWith([easter.AddDays(-2), new(year, 12, 26)]);
        return days;
    }

    /// <summary>The Gregorian computus as published anonymously in Nature in 1876.</summary>
    internal static DateOnly EasterSunday(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var g = (8 * b + 13) / 25;
        var h = (19 * a + b - b / 4 - g + 15) % 30;
        var l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        var n = h + l - 7 * m + 114;
        return new DateOnly(year, n / 31, n % 31 + 1);
    }
}
