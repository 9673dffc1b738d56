using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;

namespace Pimms.UnitTests;

/// <summary>The languages that papers are handed out in.</summary>
public sealed partial class PrintLanguageTests
{
    private static readonly Texts Text = House.Services.GetRequiredService<Texts>();

    public static TheoryData<string> Codes => [.. PrintLanguage.All.Select(language => language.Code)];

    [Fact]
    public void A_family_of_texts_that_one_of_them_knows_is_whole_in_all() => Rule.Holds(
        from family in PrintLanguage.All.Where(language => TextResources.Languages.All(spoken => spoken.Name != language.Code)).SelectMany(Keys).Select(Family).Distinct()
        from language in PrintLanguage.All
        from key in PrintLanguage.All.SelectMany(Keys).Distinct().Where(key => Family(key) == family).Except(Keys(language))
        select $"{key} is missing in {language.Code}");

    [Theory, MemberData(nameof(Codes))]
    public void Fill_the_same_places_as_the_french(string code) => Rule.Holds(
        from key in Keys(PrintLanguage.Of(code))
        where Places(Text.In(PrintLanguage.Of(code))[key]) != Places(Text.In(PrintLanguage.Of("fr"))[key])
        select key);

    [Theory]
    [InlineData("fr", "1er avril 1961")]
    [InlineData("en", "1 April 1961")]
    [InlineData("ar", "1 أبريل 1961")]
    [InlineData("tr", "1 Nisan 1961")]
    [InlineData("es", "1 de abril de 1961")]
    public void Write_days_in_the_gregorian_calendar_and_western_figures(string code, string expected) =>
        Assert.Equal(expected, Text.In(PrintLanguage.Of(code)).PaperDay(new(1961, 4, 1)));

    [Fact]
    public void Speak_beside_the_language_of_the_page()
    {
        using var speaking = new InLanguage("en");
        Assert.Equal("Yazdır", Text.In(PrintLanguage.Of("tr"))["Paper.Print"]);
        Assert.Equal("Print", Text["Paper.Print"]);
    }

    [Fact]
    public void Are_written_from_the_side_they_are_read_from() =>
        Assert.Equal(["ar"], PrintLanguage.All.Where(language => language.Direction == "rtl").Select(language => language.Code));

    [Theory, InlineData(null), InlineData("so"), InlineData("")]
    public void Are_french_where_none_of_them_is_asked_for(string? code) => Assert.Equal("fr", PrintLanguage.Of(code).Code);

    private static IEnumerable<string> Keys(PrintLanguage language) => Text.Keys(language.Culture);

    private static string Family(string key) => key.Split('.')[0];

    private static string Places(string text) => string.Join(' ', Place().Matches(text).Select(place => place.Groups[1].Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{(\d+)")]
    private static partial Regex Place();
}
