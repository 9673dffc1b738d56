namespace Pimms.Users;

/// <summary>When the day's news are put together: on working days, before people begin.</summary>
internal static class DigestTime
{
    private static readonly TimeOnly Hour = new(7, 30);

    /// <summary>Today's moment in Paris, once it has come; null before it, and on days when nobody works.</summary>
    public static DateTimeOffset? Today(DateTimeOffset now)
    {
        var day = WorkingCalendar.DayOf(now);
        var local = day.ToDateTime(Hour);
        var due = new DateTimeOffset(local, Dates.Paris.GetUtcOffset(local)).ToUniversalTime();
        return WorkingCalendar.France.IsWorkingDay(day) && now >= due ? due : null;
    }
}
