using Pimms.Conventions;
using static Pimms.UnitTests.Agreements;

namespace Pimms.UnitTests;

public sealed class ProlongationTests
{
    [Fact]
    public void Stays_open_until_the_day_that_was_set()
    {
        var convention = Prolonged(new(2027, 3, 31));
        Assert.Equal((ConventionState.Prolonged, new DateOnly(2027, 3, 31), new DateOnly(2026, 12, 31)), (convention.State, convention.EndsOn, convention.TermEndsOn));
        Assert.Equal("Le conseil vote en mars.", convention.Steps[^1].Reason);
    }

    [Theory]
    [InlineData("2026-12-31")]
    [InlineData("2027-07-01")]
    public void Goes_beyond_the_term_and_at_most_six_months(string day) =>
        Assert.Equal("EndsOn", Active().Prolong("x", DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Administrator, Now).Refusal!.Errors[0].Field);

    [Fact]
    public void Again_and_again_makes_six_months_in_all()
    {
        var convention = Prolonged(new(2027, 3, 31));
        Assert.Null(convention.Prolong("x", new(2027, 6, 30), Administrator, Now).Refusal);
        Assert.NotNull(convention.Prolong("x", new(2027, 7, 1), Administrator, Now).Refusal);
    }

    [Fact]
    public void Is_not_needed_where_another_term_follows_by_itself() =>
        Assert.NotNull(Active(Content() with { Renewal = new() { Months = 12, NoticeMonths = 3 } }).Prolong("x", new(2027, 3, 31), Administrator, Now).Refusal);

    [Fact]
    public void Is_still_prolonged_after_a_suspension()
    {
        var convention = Prolonged(new(2027, 3, 31));
        Assert.Null(convention.Suspend("Travaux.", Administrator, Now).Refusal);
        Assert.Null(convention.Resume(Administrator, Now).Refusal);
        Assert.Equal(ConventionState.Prolonged, convention.State);
    }

    [Fact]
    public void A_convention_that_is_replaced_stops_the_day_before_or_today()
    {
        var (old, older) = (Active(), Active());
        old.MakeRoomFor(Draft(Content() with { StartsOn = new(2026, 12, 1) }), Administrator, Now);
        older.MakeRoomFor(Draft(), Administrator, Now);
        Assert.Equal((ConventionState.Active, new DateOnly(2026, 11, 30), EndReason.Replaced), (old.State, old.EndsOn, old.EndReason));
        Assert.Equal((ConventionState.Ended, Today, StepKind.Replaced), (older.State, older.EndsOn, older.Steps[^1].Kind));
        old.Expire(CurrentUser.System("expire-conventions"), new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero));
        Assert.Equal(StepKind.Replaced, old.Steps[^1].Kind);
    }

    private static Convention Prolonged(DateOnly until)
    {
        var convention = Active();
        Assert.Null(convention.Prolong("Le conseil vote en mars.", until, Administrator, Now).Refusal);
        return convention;
    }
}
