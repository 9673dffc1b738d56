namespace Pimms.Conventions;

/// <summary>The years of a convention: from its first day on, each twelve months long, the last one perhaps shorter.</summary>
internal static class ReviewPeriods
{
    /// <summary>Those that have begun by a day, in order.</summary>
    public static IEnumerable<ReviewPeriod> Begun(DateOnly startsOn, DateOnly endsOn, DateOnly day)
    {
        for (var year = 0; startsOn.AddYears(year) is var from && from <= endsOn && from <= day; year++)
            yield return new(from, Earlier(startsOn.AddYears(year + 1).AddDays(-1), endsOn));
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}

/// <summary>Both days belong to it. Its review is due the day after.</summary>
internal sealed record ReviewPeriod(DateOnly From, DateOnly To)
{
    public DateOnly DueOn => To.AddDays(1);
}
