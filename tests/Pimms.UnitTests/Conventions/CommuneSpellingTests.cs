using Pimms.Conventions;

namespace Pimms.UnitTests;

public sealed class CommuneSpellingTests
{
    [Theory]
    [InlineData("Nîmes", "nimes")]
    [InlineData("NIMES", "nimes")]
    [InlineData("Le Grau-du-Roi", "le grau du roi")]
    [InlineData("L’Île-d’Yeu", "l ile d yeu")]
    [InlineData("St Gilles", "saint gilles")]
    [InlineData("Stes-Maries", "stes maries")]
    [InlineData("  Œuilly ", "oeuilly")]
    [InlineData("?!", "")]
    public void Is_found_whatever_accents_hyphens_and_case(string typed, string key) => Assert.Equal(key, CommuneSpelling.KeyOf(typed));

    [Theory]
    [InlineData("ST JEAN DU GARD", "Saint-Jean-du-Gard")]
    [InlineData("LE GRAU DU ROI", "Le Grau-du-Roi")]
    [InlineData("L ISLE ADAM", "L'Isle-Adam")]
    [InlineData("VILLENEUVE D ASCQ", "Villeneuve-d'Ascq")]
    [InlineData("LES SALLES DU GARDON", "Les Salles-du-Gardon")]
    [InlineData("NIMES", "Nimes")]
    [InlineData("Pont-Saint-Esprit", "Pont-Saint-Esprit")]
    public void Capitals_become_what_people_write(string given, string written) => Assert.Equal(written, CommuneSpelling.Written(given));

    [Fact]
    public void Names_written_from_capitals_are_found_like_the_originals() =>
        Assert.All(CommuneFileTests.Gard.Communes, commune =>
        {
            var capitals = string.Concat(Plain.Letters(commune.Name).ToUpperInvariant().Select(sign => char.IsLetter(sign) ? sign : ' '));
            Assert.Equal(CommuneSpelling.KeyOf(commune.Name), CommuneSpelling.KeyOf(CommuneSpelling.Written(capitals)));
        });
}
