using Microsoft.Extensions.Time.Testing;

namespace Pimms.UnitTests;

public sealed class DatesTests
{
    /// <summary>Monday 23 November 2026, half past midnight in Paris, still Sunday in UTC.</summary>
    private static readonly DateTimeOffset JustMonday = new(2026, 11, 22, 23, 30, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider clock = new(JustMonday);
    private readonly Dates dates;

    public DatesTests() => dates = new(clock, TextResources.Read([]));

    [Fact]
    public void Begin_the_day_in_paris() => Assert.Equal(new DateOnly(2026, 11, 23), dates.Today);

    [Theory]
    [InlineData("2026-11-23", "aujourd’hui")]
    [InlineData("2026-11-24", "demain, mardi 24")]
    [InlineData("2026-11-22", "hier, dimanche 22")]
    [InlineData("2026-11-26", "jeudi 26")]
    [InlineData("2026-11-16", "lundi 16")]
    [InlineData("2026-11-30", "lundi 30 novembre")]
    [InlineData("2026-11-15", "dimanche 15 novembre")]
    [InlineData("2026-12-01", "mardi 1er décembre")]
    [InlineData("2027-01-04", "lundi 4 janvier 2027")]
    public void Are_said_as_people_say_them(string day, string expected)
    {
        using var _ = new InLanguage("fr");
        Assert.Equal(expected, dates.Day(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("2026-11-24", "tomorrow, Tuesday 24")]
    [InlineData("2026-12-01", "Tuesday 1 December")]
    public void Are_said_in_english_too(string day, string expected)
    {
        using var _ = new InLanguage("en");
        Assert.Equal(expected, dates.Day(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Are_said_anew_in_another_form_another_language_and_on_another_day()
    {
        var tuesday = new DateOnly(2026, 11, 24);
        using var _ = new InLanguage("fr");
        Assert.Equal("demain, mardi 24", dates.Day(tuesday));
        Assert.Equal("mardi 24 novembre 2026", dates.Full(tuesday));
        using (new InLanguage("en"))
            Assert.Equal("tomorrow, Tuesday 24", dates.Day(tuesday));
        clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("aujourd’hui", dates.Day(tuesday));
    }

    [Fact]
    public void Abbreviate_the_month_in_columns()
    {
        using var _ = new InLanguage("fr");
        Assert.Equal("vendredi 4 déc.", dates.ShortDay(new DateOnly(2026, 12, 4)));
    }

    [Fact]
    public void Give_the_hour_in_paris_in_summer_and_in_winter()
    {
        using var _ = new InLanguage("fr");
        Assert.Equal("lundi 16, 10\u00a0h\u00a042", dates.Moment(new DateTimeOffset(2026, 11, 16, 9, 42, 0, TimeSpan.Zero)));
        Assert.Equal("mercredi 1er juillet 2026, 10\u00a0h\u00a042", dates.FullMoment(new DateTimeOffset(2026, 7, 1, 8, 42, 0, TimeSpan.Zero)));
    }
}
