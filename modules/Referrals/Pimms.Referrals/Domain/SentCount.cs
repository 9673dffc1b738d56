namespace Pimms.Referrals;

/// <summary>How many referrals were sent for one procedure under one convention in one month. One row, so that the last place is given once.</summary>
internal sealed class SentCount
{
    public Guid ConventionId { get; private init; }

    public Guid ProcedureId { get; private init; }

    /// <summary>Its first day.</summary>
    public DateOnly Month { get; private init; }

    public int Count { get; private init; }

    public static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);
}
