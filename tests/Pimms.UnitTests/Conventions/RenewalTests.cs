using FsCheck;
using FsCheck.Fluent;
using Pimms.Conventions;
using static Pimms.UnitTests.Agreements;

namespace Pimms.UnitTests;

public sealed class RenewalTests
{
    private static readonly Arbitrary<(DateOnly End, int Months, int Notice)> Terms = (
        from day in Gen.Choose(0, 1500).Select(new DateOnly(2026, 1, 1).AddDays)
        from months in Gen.Choose(1, 60)
        from notice in Gen.Choose(1, months)
        select (day, months, notice)).ToArbitrary();

    [Theory]
    [InlineData("2026-12-31", 12, 3, "2026-09-30", "2027-12-31")]
    [InlineData("2027-02-28", 12, 3, "2026-11-30", "2028-02-29")]
    [InlineData("2028-02-29", 12, 1, "2028-01-31", "2029-02-28")]
    [InlineData("2026-05-14", 6, 2, "2026-03-14", "2026-11-14")]
    [InlineData("2026-08-31", 6, 6, "2026-02-28", "2027-02-28")]
    public void Counts_whole_months_back_for_the_notice_and_on_for_the_term(string end, int months, int notice, string noticeBy, string next)
    {
        var renewal = new Renewal(months, notice);
        Assert.Equal((Day(noticeBy), Day(next)), (renewal.NoticeBy(Day(end)), renewal.EndAfter(Day(end), 1)));
    }

    [Fact]
    public void Leaves_whole_months_between_the_notice_and_the_term() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Terms, term =>
    {
        var noticeBy = new Renewal(term.Months, term.Notice).NoticeBy(term.End);
        Assert.True(noticeBy.AddDays(1).AddMonths(term.Notice) <= term.End.AddDays(1));
        // Never more than a short month earlier than needed.
        Assert.True(noticeBy.AddDays(1 + 4).AddMonths(term.Notice) > term.End.AddDays(1));
    }));

    [Fact]
    public void Never_loses_a_day_over_short_months() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Terms, term =>
    {
        // Slow and obvious: the first day of each further term has the day of the month of the first of all, or is the last of a shorter month.
        var (renewal, first) = (new Renewal(term.Months, term.Notice), term.End.AddDays(1));
        for (var renewals = 1; renewals <= 24; renewals++)
        {
            var begins = renewal.EndAfter(term.End, renewals).AddDays(1);
            Assert.Equal(Math.Min(first.Day, DateTime.DaysInMonth(begins.Year, begins.Month)), begins.Day);
            Assert.Equal(term.Months * renewals, ((begins.Year - first.Year) * 12) + begins.Month - first.Month);
        }
    }));

    [Fact]
    public void Renews_by_itself_once_for_each_term_that_went_by_and_writes_it_down()
    {
        var convention = Renewing();
        convention.Renew(CurrentUser.System("renew-conventions"), new(2029, 1, 5, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal((new DateOnly(2029, 12, 31), new DateOnly(2029, 9, 30), 3), (convention.EndsOn, convention.NoticeBy, convention.Renewals));
        Assert.Equal(["2027-12-31", "2028-12-31", "2029-12-31"], convention.Steps.Where(step => step.Kind == StepKind.Renewed).Select(step => step.Day!.Value.ToString("O", null)));
    }

    [Fact]
    public void Does_not_renew_before_its_last_day_is_over()
    {
        var convention = Renewing();
        convention.Renew(CurrentUser.System("renew-conventions"), new(2026, 12, 31, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal((new DateOnly(2026, 12, 31), 0), (convention.EndsOn, convention.Renewals));
    }

    [Fact]
    public void Does_not_renew_once_notice_was_given()
    {
        var convention = Renewing();
        Assert.Null(convention.Terminate("Le réseau change.", new(2026, 12, 31), Administrator, Now).Refusal);
        Assert.Null(convention.NoticeBy);
        convention.Expire(CurrentUser.System("expire-conventions"), new(2027, 1, 1, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal((ConventionState.Ended, StepKind.Terminated), (convention.State, convention.Steps[^1].Kind));
    }

    [Fact]
    public void A_notice_that_comes_too_late_may_reach_to_the_end_of_the_next_term_and_no_further()
    {
        Assert.Null(Renewing().Terminate("x", new(2027, 12, 31), Administrator, Now).Refusal);
        Assert.Equal("EndsOn", Renewing().Terminate("x", new(2028, 1, 1), Administrator, Now).Refusal!.Errors[0].Field);
    }

    [Fact]
    public void A_notice_in_time_ends_with_the_term_at_the_latest() =>
        Assert.Equal("EndsOn", Renewing().Terminate("x", new(2027, 1, 1), Administrator, new(2026, 9, 30, 10, 0, 0, TimeSpan.Zero)).Refusal!.Errors[0].Field);

    private static Convention Renewing() => Active(Content() with { Renewal = new() { Months = 12, NoticeMonths = 3 } });

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
