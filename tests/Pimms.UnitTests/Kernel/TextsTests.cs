using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Pimms.Host;

namespace Pimms.UnitTests;

public sealed partial class TextsTests
{
    private static readonly Texts Text = TextResources.Read([.. Modules.All.Select(module => module.Assembly), typeof(Modules).Assembly]);

    [Fact]
    public void Are_the_same_keys_in_every_language()
    {
        var french = Text.Keys(TextResources.Neutral).Order().ToList();
        foreach (var language in TextResources.Languages)
            Assert.Equal(french, Text.Keys(language).Order());
    }

    [Fact]
    public void Have_the_same_places_in_every_language()
    {
        foreach (var key in Text.Keys(TextResources.Neutral))
            Assert.Equal(Places("fr", key), Places("en", key));
    }

    [Fact]
    public void Show_a_key_that_nobody_wrote()
    {
        Assert.Equal("[No.Such.Text]", Text["No.Such.Text"]);
        Assert.False(Text.Has("No.Such.Text"));
    }

    [Fact]
    public void Say_a_message_that_is_already_in_words_as_it_is() => Assert.Equal("Il manque 2 chiffres.", Text.Say("Il manque 2 chiffres."));

    [Theory]
    [InlineData("fr", "1412.8", "1\u202f412,80\u00a0€")]
    [InlineData("fr", "60", "60\u00a0€")]
    [InlineData("en", "1412.8", "€1,412.80")]
    public void Write_amounts_as_the_language_does(string language, string amount, string expected)
    {
        using var _ = new InLanguage(language);
        Assert.Equal(expected, Text.Euros(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("fr-FR", "médiateur")]
    [InlineData("en-GB", "mediator")]
    [InlineData("de", "médiateur")]
    public void Speak_the_language_of_the_request_or_french(string language, string expected)
    {
        using var _ = new InLanguage(language);
        Assert.Equal(expected, Text.Of(Role.Mediator));
    }

    [Fact]
    public void Never_break_before_french_signs()
    {
        using var _ = new InLanguage("fr");
        Assert.Equal("Erreur\u00a0:", Text["Field.Error"]);
        Assert.DoesNotContain(Text.Keys(TextResources.Neutral), key => BreakableSpace().IsMatch(Text[key]));
    }

    [Fact]
    public void Belong_to_one_assembly_each()
    {
        var again = new AssemblyLoadContext("again").LoadFromAssemblyPath(typeof(TextsTests).Assembly.Location);
        var twice = Assert.Throws<InvalidOperationException>(() => TextResources.Read([typeof(TextsTests).Assembly, again]));
        Assert.Matches("The text 'Sample.* is both in Pimms.UnitTests and in Pimms.UnitTests", twice.Message);
    }

    [Theory]
    [InlineData("fr", 0, "0 ligne sur 9")]
    [InlineData("fr", 1, "1 ligne sur 9")]
    [InlineData("fr", 2, "2 lignes sur 9")]
    [InlineData("en", 0, "0 lignes sur 9")]
    [InlineData("en", 1, "1 ligne sur 9")]
    public void Count_as_the_language_counts(string language, int count, string expected)
    {
        using var _ = new InLanguage(language);
        Assert.Equal(expected, TextResources.Read([typeof(TextsTests).Assembly]).Count("Sample.Rows", count, 9));
    }

    [Fact]
    public void Have_a_word_of_their_own_for_nothing_where_it_reads_better() =>
        Assert.Equal("rien", TextResources.Read([typeof(TextsTests).Assembly]).Count("Sample.Mail", 0));

    private static List<string> Places(string language, string key)
    {
        using var _ = new InLanguage(language);
        return [.. Place().Matches(Text[key]).Select(place => place.Groups[1].Value).Distinct().Order()];
    }

    [GeneratedRegex(@"\{(\d)")]
    private static partial Regex Place();

    [GeneratedRegex("[\\w»] [:;!?»]")]
    private static partial Regex BreakableSpace();
}
