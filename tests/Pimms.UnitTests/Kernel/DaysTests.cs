namespace Pimms.UnitTests;

public sealed class DaysTests
{
    [Theory]
    [InlineData("1961-04-02")]
    [InlineData("02/04/1961")]
    [InlineData("2/4/1961")]
    [InlineData("02.04.1961")]
    [InlineData("2-4-1961")]
    [InlineData("02 04 1961")]
    [InlineData("1961/04/02")]
    [InlineData("\u200e02/04/1961\u00a0")]
    [InlineData("2 avril 1961")]
    [InlineData("2 avr. 1961")]
    [InlineData("2nd April 1961")]
    public void Are_read_with_the_day_or_the_year_first_whatever_language_is_spoken(string typed)
    {
        foreach (var language in TextResources.Languages)
        {
            using var speaking = new InLanguage(language.Name);
            Assert.Equal(new DateOnly(1961, 4, 2), Days.Read(typed));
        }
    }

    [Theory]
    [InlineData("1er août 2026", "2026-08-01")]
    [InlineData("3 févr. 2026", "2026-02-03")]
    [InlineData("31 DÉCEMBRE 2026", "2026-12-31")]
    public void Are_read_in_words(string typed, string day) => Assert.Equal(day, Days.Kept(Days.Read(typed)!.Value));

    [Theory]
    [InlineData("4/2")]
    [InlineData("02/04")]
    [InlineData("02/04/61")]
    [InlineData("0026-04-02")]
    [InlineData("26-04-02")]
    [InlineData("avril 1961")]
    [InlineData("1961")]
    [InlineData("04/13/1961")]
    [InlineData("31/02/2026")]
    [InlineData("29/02/2025")]
    [InlineData("2 brumaire 1961")]
    [InlineData("02041961")]
    [InlineData("hier")]
    [InlineData("")]
    public void Are_never_guessed(string typed)
    {
        foreach (var language in TextResources.Languages)
        {
            using var speaking = new InLanguage(language.Name);
            Assert.Null(Days.Read(typed));
        }
    }
}
