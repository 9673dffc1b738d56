namespace Pimms.Conventions;

/// <summary>A day that matters in a convention's life.</summary>
internal sealed record TermDay(DateOnly Day, TermDayKind Kind, Guid ConventionId, string Reference, string PartnerName, DateTimeOffset ChangedAt);

/// <summary>The kinds, in the order in which a day lists them.</summary>
internal enum TermDayKind
{
    Starts,

    /// <summary>The last day to give notice.</summary>
    NoticeBy,

    /// <summary>The last day of a convention that does not go on by itself.</summary>
    Ends,

    /// <summary>The first day of a further term.</summary>
    Renews,

    /// <summary>A year of it is over and has no review that was signed off.</summary>
    ReviewDue,
}

/// <summary>A convention as far as its days are asked for.</summary>
/// <param name="Reviewed">The first days of the years whose review was signed off.</param>
internal sealed record DatedConvention(
    Guid Id, string Reference, string PartnerName, ConventionState State, DateOnly StartsOn, DateOnly EndsOn, DateOnly? NoticeBy, DateTimeOffset ChangedAt, IReadOnlyList<DateOnly> Reviewed)
{
    /// <summary>Its days within these two, both inclusive. A draft has its first day alone; of one that is over, reviews may still be due.</summary>
    public IEnumerable<TermDay> Days(DateOnly from, DateOnly to) =>
        All(to).Where(day => day.Day >= from && day.Day <= to).Select(day => new TermDay(day.Day, day.Kind, Id, Reference, PartnerName, ChangedAt));

    private IEnumerable<(DateOnly Day, TermDayKind Kind)> All(DateOnly to)
    {
        yield return (StartsOn, TermDayKind.Starts);
        if (State == ConventionState.Draft)
            yield break;
        if (NoticeBy is { } notice && State != ConventionState.Ended)
        {
            yield return (notice, TermDayKind.NoticeBy);
            yield return (EndsOn.AddDays(1), TermDayKind.Renews);
        }
        else
        {
            yield return (EndsOn, TermDayKind.Ends);
        }
        foreach (var year in ReviewPeriods.Begun(StartsOn, EndsOn, to).Where(year => !Reviewed.Contains(year.From)))
            yield return (year.DueOn, TermDayKind.ReviewDue);
    }
}
