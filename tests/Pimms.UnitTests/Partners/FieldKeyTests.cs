using Pimms.Partners;
using Pimms.Partners.Contracts;

namespace Pimms.UnitTests;

public sealed class FieldKeyTests
{
    [Theory]
    [InlineData("Montant dû", "montantDu")]
    [InlineData("Le logement est-il chauffé ?", "leLogementEstIlChauffe")]
    [InlineData("2 dernières factures", "answer2DernieresFactures")]
    [InlineData("العربية", "answer")]
    public void Makes_a_name_for_programs_of_a_question(string label, string key) => Assert.Equal(key, FieldKey.From(label));

    [Fact]
    public void Gives_each_question_a_name_of_its_own_and_leaves_written_ones_alone()
    {
        var completed = FieldKey.Complete([Draft("", "Montant"), Draft("montant", "Autre"), Draft("", "Montant"), Draft("", " ")]);
        Assert.Equal(["montant2", "montant", "montant3", ""], completed.Select(field => field.Key));
    }

    private static FieldDraft Draft(string key, string label) => new(key, label, null, FormFieldType.Text, false, null, null);
}
