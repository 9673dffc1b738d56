using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;

namespace Pimms.UnitTests;

/// <summary>French texts survive any name: no elision and no article before a place that a name may stand in.</summary>
public sealed partial class NamesInTextsTests
{
    private static readonly Texts Texts = House.Services.GetRequiredService<Texts>();

    /// <summary>Partners, services, sites and people of the demonstration, and names as partners have them elsewhere.</summary>
    private static readonly string[] Names =
    [
        .. SourceFile.Below(["modules"], ".cs", ".json").Where(file => file.Path.Contains("/Demonstration/", StringComparison.Ordinal))
            .SelectMany(file => Named().Matches(file.Text)).Select(name => name.Groups[1].Value).Where(name => char.IsUpper(name[0])).Distinct(),
        "Énergie", "État", "Eau", "Région", "Le Grau-du-Roi", "Les Angles", "Service solidarité", "Inès Duval", "Hôpital",
    ];

    [Fact]
    public void Names_of_the_demonstration_are_known_to_this_test() => Assert.Superset(new HashSet<string> { "Énergie", "Valdegour", "Service solidarité" }, Names.ToHashSet());

    [Fact]
    public void No_text_needs_an_elision_or_an_article_before_a_name() => Rule.Holds(
        from key in Texts.Keys(TextResources.Neutral)
        let text = InFrench(key)
        where Place().IsMatch(text)
        from name in Names
        // A place with a form of its own is a day, a number or a time; one before days and the like counts them.
        let said = Place().Replace(text, place => place.Groups[1].Success || Counted().IsMatch(text[(place.Index + place.Length)..]) ? "3" : name)
        where Wrong().IsMatch(said)
        select $"{key}: {Wrong().Match(said).Value} in «{said}»");

    [Theory]
    [InlineData("Réponse de Énergie")]
    [InlineData("Consignes de Le Grau-du-Roi")]
    [InlineData("Le service Service solidarité ne la voit plus")]
    [InlineData("adressée à Les Angles")]
    [InlineData("de le voir")]
    public void The_rule_would_see_one(string text) => Assert.Matches(Wrong(), text);

    private static string InFrench(string key)
    {
        using var speaking = new InLanguage("fr");
        return Texts[key];
    }

    [GeneratedRegex("(?:[Nn]ame\"?:?\\s*\"|, \")([\\p{L}][\\p{L} ’'-]{2,40})\"")]
    private static partial Regex Named();

    [GeneratedRegex(@"\{\d+(:[^}]*)?\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"^ (?:jour|mois|minute|caractère|personne|chiffre|lettre|%)")]
    private static partial Regex Counted();

    [GeneratedRegex(@"\b(?:[Dd]e|[Qq]ue|[Jj]usque|[Ll]orsque) (?:[ÉÈÊEAÂIÎOÔUYH]\p{Ll})|\b(?:[Dd]e|[Àà]) (?:Le|Les|le|les)\b(?! (?:lire|voir|la|leur))|\b[Dd]e le\b|(?i:\bservice) Service\b|(?i:\bsite) Site\b")]
    private static partial Regex Wrong();
}
