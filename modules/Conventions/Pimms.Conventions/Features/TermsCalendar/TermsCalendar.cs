namespace Pimms.Conventions;

/// <summary>What comes in the next months, month by month; and the reviews of the last year that are late.</summary>
internal sealed record TermsCalendar : IRequest<Result<TermsCalendarView>>;

internal sealed record TermsCalendarView(IReadOnlyList<TermDay> Late, IReadOnlyList<MonthOfTerms> Months);

internal sealed record MonthOfTerms(DateOnly Month, IReadOnlyList<TermDay> Days);

internal sealed class TermsCalendarHandler(ConventionsDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<TermsCalendar, Result<TermsCalendarView>>
{
    private const int MonthsAhead = 18;
    private const int MonthsBack = 12;

    public async Task<Result<TermsCalendarView>> Handle(TermsCalendar request, CancellationToken cancellationToken)
    {
        var today = WorkingCalendar.DayOf(clock.GetUtcNow());
        var month = new DateOnly(today.Year, today.Month, 1);
        TermDay[] days = [.. (await db.Dated(user, cancellationToken)).SelectMany(convention => convention.Days(month.AddMonths(-MonthsBack), month.AddMonths(MonthsAhead).AddDays(-1)))
            .OrderBy(day => day.Day).ThenBy(day => day.Kind).ThenBy(day => day.Reference, StringComparer.Ordinal)];
        return new TermsCalendarView(
            [.. days.Where(day => day.Kind == TermDayKind.ReviewDue && day.Day < today)],
            [.. days.Where(day => day.Day >= today).GroupBy(day => new DateOnly(day.Day.Year, day.Day.Month, 1)).Select(of => new MonthOfTerms(of.Key, [.. of]))]);
    }
}
