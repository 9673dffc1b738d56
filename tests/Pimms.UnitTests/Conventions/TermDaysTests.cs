using Pimms.Conventions;

namespace Pimms.UnitTests;

public sealed class TermDaysTests
{
    private static readonly DatedConvention Ending = new(Guid.NewGuid(), "2025-07", "Énergie", ConventionState.Active, new(2025, 1, 1), new(2026, 12, 31), null, default, []);

    [Fact]
    public void A_convention_that_ends_has_its_end_and_its_reviews() => Assert.Equal(
        [(new DateOnly(2025, 1, 1), TermDayKind.Starts), (new(2026, 1, 1), TermDayKind.ReviewDue), (new(2026, 12, 31), TermDayKind.Ends), (new(2027, 1, 1), TermDayKind.ReviewDue)],
        Days(Ending));

    [Fact]
    public void One_that_renews_has_its_day_of_notice_and_the_first_day_of_the_next_term() => Assert.Equal(
        [(new DateOnly(2026, 9, 30), TermDayKind.NoticeBy), (new(2027, 1, 1), TermDayKind.Renews)],
        Days(Ending with { NoticeBy = new(2026, 9, 30) }).Where(day => day.Kind is not (TermDayKind.ReviewDue or TermDayKind.Starts)));

    [Fact]
    public void A_year_that_was_signed_off_is_due_no_more() =>
        Assert.Equal([new DateOnly(2027, 1, 1)], Days(Ending with { Reviewed = [new(2025, 1, 1)] }).Where(day => day.Kind == TermDayKind.ReviewDue).Select(day => day.Day));

    [Fact]
    public void A_draft_only_begins() => Assert.Equal([TermDayKind.Starts], Days(Ending with { State = ConventionState.Draft }).Select(day => day.Kind));

    [Fact]
    public void What_lies_outside_is_left_out() =>
        Assert.Equal([TermDayKind.Ends], Ending.Days(new(2026, 12, 31), new(2026, 12, 31)).Select(day => day.Kind));

    private static IEnumerable<(DateOnly Day, TermDayKind Kind)> Days(DatedConvention convention) => convention.Days(new(2024, 1, 1), new(2028, 12, 31)).Select(day => (day.Day, day.Kind)).OrderBy(day => day);
}
