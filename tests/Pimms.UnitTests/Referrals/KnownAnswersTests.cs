using Pimms.Partners.Contracts;
using Pimms.Referrals;

namespace Pimms.UnitTests;

public sealed class KnownAnswersTests
{
    private static readonly Guid Energy = Guid.NewGuid(), Water = Guid.NewGuid();
    private static readonly FormField Contract = new("contractNumber", "Référence client", null, FormFieldType.Identifier, true, [], "9999");
    private static readonly FormField Heating = new("heating", "Chauffage", null, FormFieldType.Choice, false, ["Gaz", "Bois"], null);

    [Fact]
    public void The_same_partner_is_answered_as_before_whatever_the_words() =>
        Assert.Equal("1234", Known(Contract, Earlier(Energy, Contract with { Label = "Numéro de client" }, "12 34"))["contractNumber"]);

    [Fact]
    public void Another_partner_only_when_it_asks_in_the_same_words()
    {
        Assert.Equal("1234", Known(Contract, Earlier(Water, Contract, "1234"))["contractNumber"]);
        Assert.Empty(Known(Contract, Earlier(Water, Contract with { Label = "Numéro d’abonné" }, "1234")));
    }

    [Fact]
    public void The_latest_answer_counts() =>
        Assert.Equal("2222", Known(Contract, Earlier(Energy, Contract, "2222"), Earlier(Energy, Contract, "1111"))["contractNumber"]);

    [Fact]
    public void What_the_form_would_not_take_is_passed_over_for_an_older_answer_that_it_takes()
    {
        Assert.Equal("1111", Known(Contract, Earlier(Energy, Contract, "22"), Earlier(Energy, Contract, "1111"))["contractNumber"]);
        Assert.Empty(Known(Heating with { Choices = ["Gaz", "Électricité"] }, Earlier(Energy, Heating, "Bois")));
    }

    [Fact]
    public void Another_kind_of_answer_is_another_question() =>
        Assert.Empty(Known(Contract, Earlier(Energy, Contract with { Type = FormFieldType.Text, Pattern = null }, "1234"), Earlier(Energy, Contract with { Pattern = "AAAA" }, "1234")));

    private static Dictionary<string, string> Known(FormField asked, params EarlierAnswers[] earlier) => KnownAnswers.For(new ProcedureForm(1, [asked]), Energy, earlier);

    private static EarlierAnswers Earlier(Guid partner, FormField asked, string answer) => new(partner, new ProcedureForm(1, [asked]), new Dictionary<string, string> { [asked.Key] = answer });
}
