using Microsoft.Extensions.DependencyInjection;
using Pimms.Conventions.Contracts;
using Pimms.Partners.Contracts;
using Pimms.Referrals;

namespace Pimms.UnitTests;

public sealed class ReferralWordsTests : IDisposable
{
    private static readonly Texts Words = House.Services.GetRequiredService<Texts>();
    private readonly InLanguage french = new("fr");

    [Theory]
    [InlineData(BeneficiaryField.BirthDate, "1984-05-17", "17 mai 1984")]
    [InlineData(BeneficiaryField.BirthDate, "1951-03-01", "1er mars 1951")]
    [InlineData(BeneficiaryField.PreferredLanguage, "tr", "turc")]
    [InlineData(BeneficiaryField.ContactRestrictions, "NoVoicemail", "Pas de message vocal")]
    [InlineData(BeneficiaryField.Commune, "30189", "Nîmes")]
    [InlineData(BeneficiaryField.Phone, "06 12 34 56 12", "06 12 34 56 12")]
    public void Says_what_is_known_of_the_person_in_words(BeneficiaryField field, string value, string words) => Assert.Equal(words, Words.ValueOf(field, value, new("30189", "Nîmes")));

    [Theory]
    [InlineData(FormFieldType.Money, "412.80", "412,80\u00a0€")]
    [InlineData(FormFieldType.Money, "412,8O", "412,8O")]
    [InlineData(FormFieldType.Date, "2026-10-02", "2 octobre 2026")]
    [InlineData(FormFieldType.YesNo, "true", "Oui")]
    [InlineData(FormFieldType.Text, "true", "true")]
    public void Says_answers_in_words_and_what_was_never_read_as_it_was_typed(FormFieldType type, string answer, string words) =>
        Assert.Equal(words, Words.AnswerOf(new FormField("asked", "Question", null, type, false, [], null), answer));

    [Fact]
    public void Lists_fields_as_a_sentence_does() =>
        Assert.Equal("nom, prénom, adresse e-mail", Words.Listed([BeneficiaryField.FamilyName, BeneficiaryField.GivenName, BeneficiaryField.Email]));

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void Knows_every_language_that_a_person_may_prefer(string language)
    {
        using var speaking = new InLanguage(language);
        Rule.Holds(BeneficiaryInput.Languages.Where(code => !Words.Has($"Language.{code}")));
    }

    public void Dispose() => french.Dispose();
}
