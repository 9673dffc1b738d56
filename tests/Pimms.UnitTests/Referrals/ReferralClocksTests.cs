using System.Globalization;
using Pimms.Referrals;

namespace Pimms.UnitTests;

public sealed class ReferralClocksTests
{
    private readonly ReferralClocks clocks = new();

    [Theory]
    [InlineData("2026-11-16", "2026-11-19", "2026-11-30")] // an ordinary Monday
    [InlineData("2026-11-20", "2026-11-25", "2026-12-04")] // over a weekend
    [InlineData("2026-11-21", "2026-11-25", "2026-12-04")] // sent on a Saturday: counted from Monday on
    [InlineData("2026-04-02", "2026-04-08", "2026-04-17")] // Easter Monday, 6 April
    [InlineData("2026-05-11", "2026-05-15", "2026-05-27")] // Ascension, 14 May, and Whit Monday, 25 May
    [InlineData("2026-12-23", "2026-12-29", "2027-01-08")] // Christmas and New Year
    [InlineData("2027-12-30", "2028-01-04", "2028-01-13")] // a year's end with New Year on a Saturday
    public void Count_three_and_ten_working_days_from_the_sending(string sent, string acknowledge, string answer)
    {
        clocks.Start(Noon(sent), 3, 10, 30);
        Assert.Equal((Day(acknowledge), Day(answer)), (clocks.AcknowledgeDueOn, clocks.AnswerDueOn));
    }

    [Fact]
    public void Begin_on_the_day_it_is_in_paris()
    {
        clocks.Start(new DateTimeOffset(2026, 11, 16, 23, 30, 0, TimeSpan.Zero), 3, 10, 30);
        Assert.Equal(Day("2026-11-20"), clocks.AcknowledgeDueOn);
    }

    [Fact]
    public void Rest_while_paused_and_give_back_the_days_that_were_left()
    {
        clocks.Start(Noon("2026-11-16"), 3, 10, 30);
        clocks.Pause(OwedBy.Association, Noon("2026-11-18"));
        Assert.Equal((8, true, null), (clocks.DaysLeftAtPause, clocks.IsPaused, clocks.RunningDueOn));
        clocks.Resume(Noon("2026-11-27"));
        Assert.Equal((Day("2026-12-09"), false), (clocks.AnswerDueOn, clocks.IsPaused));
    }

    [Fact]
    public void Give_no_day_back_to_an_answer_that_was_late_already()
    {
        clocks.Start(Noon("2026-11-02"), 3, 5, 30);
        clocks.Pause(OwedBy.Association, Noon("2026-11-12"));
        clocks.Resume(Noon("2026-11-20"));
        Assert.True(clocks.AnswerDueOn < Day("2026-11-20"));
    }

    [Fact]
    public void Say_who_owed_the_time()
    {
        clocks.Start(Noon("2026-11-16"), 3, 10, 30);
        clocks.Pause(OwedBy.Association, Noon("2026-11-18"));
        clocks.Resume(Noon("2026-11-20"));
        clocks.Pause(OwedBy.Beneficiary, Noon("2026-11-23"));
        var now = Noon("2026-11-26");
        Assert.Equal((3, 2, 3), (clocks.DaysOwedBy(OwedBy.Partner, now), clocks.DaysOwedBy(OwedBy.Association, now), clocks.DaysOwedBy(OwedBy.Beneficiary, now)));
    }

    [Fact]
    public void Owe_nothing_more_once_stopped()
    {
        clocks.Start(Noon("2026-11-16"), 3, 10, 30);
        clocks.Stop(Noon("2026-11-18"));
        Assert.Equal((2, null), (clocks.DaysOwedBy(OwedBy.Partner, Noon("2027-01-18")), clocks.RunningDueOn));
    }

    [Fact]
    public void Begin_a_new_answer_when_reopened()
    {
        clocks.Start(Noon("2026-11-02"), 3, 10, 30);
        clocks.Stop(Noon("2026-11-10"));
        clocks.Restart(Noon("2026-11-23"), 10);
        Assert.Equal((Day("2026-12-07"), false), (clocks.AnswerDueOn, clocks.IsStopped));
    }

    [Fact]
    public void Draw_the_bar_in_working_days_with_what_is_left()
    {
        clocks.Start(Noon("2026-11-16"), 3, 10, 30);
        clocks.Pause(OwedBy.Association, Noon("2026-11-18"));
        var ledger = Ledger.Of(clocks, Noon("2026-11-19"));
        Assert.Equal([new(OwedBy.Partner, 2, 0), new(OwedBy.Association, 1, 2)], ledger.Parts);
        Assert.Equal((8, 11), (ledger.Left, ledger.Total));
    }

    private static DateTimeOffset Noon(string day) => new(Day(day), new TimeOnly(11, 0), TimeSpan.Zero);

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
