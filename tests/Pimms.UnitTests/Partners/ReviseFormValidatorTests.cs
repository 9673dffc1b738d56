using Pimms.Partners;
using Pimms.Partners.Contracts;

namespace Pimms.UnitTests;

public sealed class ReviseFormValidatorTests
{
    private static readonly FieldDraft Good = new("amountDue", "Montant dû", null, FormFieldType.Money, true, null, null);

    [Fact]
    public void Accepts_a_good_form_and_one_that_asks_nothing()
    {
        Assert.Empty(Errors(Good));
        Assert.Empty(Errors());
    }

    [Fact]
    public void Refuses_a_question_without_words_and_says_so_once() =>
        Assert.Equal(["Fields[0].Label: FieldDraft.LabelMissing"], Errors(Good with { Label = " ", Key = "" }));

    [Fact]
    public void Refuses_two_questions_of_one_name_at_both() =>
        Assert.Equal(["Fields[0].Key: FieldDraft.KeyTwice", "Fields[2].Key: FieldDraft.KeyTwice"], Errors(Good, Good with { Key = "other" }, Good));

    [Theory]
    [InlineData("AmountDue")]
    [InlineData("amount due")]
    [InlineData("montantDû")]
    [InlineData("1amount")]
    public void Refuses_a_name_that_is_not_camel_case(string key) => Assert.Equal(["Fields[0].Key: FieldDraft.KeyShape"], Errors(Good with { Key = key }));

    [Theory]
    [InlineData(null, "ChoicesTooFew")]
    [InlineData("Gaz\n \n", "ChoicesTooFew")]
    [InlineData("Gaz\nGaz", "ChoicesTwice")]
    public void Refuses_a_choice_that_is_none(string? choices, string error) =>
        Assert.Equal([$"Fields[0].Choices: FieldDraft.{error}"], Errors(Good with { Type = FormFieldType.Choice, Choices = choices }));

    [Theory]
    [InlineData("99-99")]
    [InlineData("[0-9]+")]
    [InlineData("99999999999999999999999999999999999999999")]
    public void Refuses_a_pattern_of_other_signs(string pattern) =>
        Assert.Equal(["Fields[0].Pattern: FieldDraft.PatternShape"], Errors(Good with { Type = FormFieldType.Identifier, Pattern = pattern }));

    [Fact]
    public void Forgets_what_belongs_to_another_type()
    {
        var field = (Good with { Choices = "Gaz", Pattern = "x" }).ToField();
        Assert.Empty(field.Choices);
        Assert.Null(field.Pattern);
    }

    [Fact]
    public void Refuses_more_than_forty_questions() =>
        Assert.Equal(["Fields: ReviseForm.TooMany"], Errors([.. Enumerable.Range(0, 41).Select(number => Good with { Key = $"key{number}" })]));

    private static IEnumerable<string> Errors(params FieldDraft[] fields) =>
        new ReviseFormValidator().Validate(new ReviseForm(Guid.NewGuid(), 1, fields)).Errors.Select(error => $"{error.PropertyName}: {error.ErrorMessage}");
}
