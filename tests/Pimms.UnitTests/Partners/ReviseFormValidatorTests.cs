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

    [Fact]
    public void A_section_may_depend_on_an_earlier_question_only_and_on_answers_that_it_offers()
    {
        var heated = Good with { Key = "heated", Type = FormFieldType.YesNo };
        FieldDraft Section(string? key, params string[] answers) => Good with { Key = "part", Type = FormFieldType.Section, WhenKey = key, WhenAnswers = answers };
        Assert.Empty(Errors(heated, Section("heated", "true")));
        Assert.Empty(Errors(heated, Section("")));
        Assert.Equal(["Fields[0].WhenKey: FieldDraft.WhenLater"], Errors(Section("heated", "true"), heated));
        Assert.Equal(["Fields[1].WhenKey: FieldDraft.WhenLater"], Errors(Good, Section("amountDue", "true")));
        Assert.Equal(["Fields[1].WhenKey: FieldDraft.WhenNever"], Errors(heated, Section("heated")));
        Assert.Equal(["Fields[1].WhenKey: FieldDraft.WhenUnknown"], Errors(heated, Section("heated", "peut-être")));
    }

    [Theory]
    [InlineData("999999999", CheckKey.Luhn, true)]
    [InlineData("99A", CheckKey.Luhn, false)]
    [InlineData("9999999999999", CheckKey.Modulo511, true)]
    [InlineData("999999999999", CheckKey.Modulo511, false)]
    [InlineData("AA999999999AA", CheckKey.PostalItem, true)]
    [InlineData("9999999999999", CheckKey.PostalItem, false)]
    public void A_check_key_goes_with_shapes_that_can_hold_it(string pattern, CheckKey check, bool goes) =>
        Assert.Equal(goes ? [] : ["Fields[0].Check: FieldDraft.CheckShape"], Errors(Good with { Type = FormFieldType.Identifier, Pattern = pattern, Check = check }));

    [Theory]
    [InlineData("Dernière facture\nDernière facture", "ReviseForm.DocumentsTwice")]
    [InlineData("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11", "ReviseForm.DocumentsTooMany")]
    public void Refuses_documents_that_cannot_be_asked_for(string documents, string error) =>
        Assert.Equal([error], new ReviseFormValidator().Validate(new ReviseForm(Guid.NewGuid(), 1, [Good], documents)).Errors.Select(one => one.ErrorMessage));

    [Fact]
    public void Says_in_words_what_a_version_changes()
    {
        FormField one = Good.ToField(), other = (Good with { Key = "other", Label = "Autre" }).ToField(), added = (Good with { Key = "added", Label = "Nouvelle" }).ToField();
        var before = new ProcedureForm(1, [one, other]) { RequiredDocuments = ["Facture"] };
        var after = new ProcedureForm(2, [other with { Hint = "Aide" }, one, added]) { RequiredDocuments = ["Relevé"] };
        Assert.Equal(
            [("FormChanges.Added", "Nouvelle"), ("FormChanges.Changed", "Autre"), ("FormChanges.Reordered", ""), ("FormChanges.DocumentAdded", "Relevé"), ("FormChanges.DocumentRemoved", "Facture")],
            FormChanges.Between(before, after));
        Assert.Equal([("FormChanges.Removed", "Autre")], FormChanges.Between(before, before with { Fields = [one] }));
        Assert.Empty(FormChanges.Between(before, before));
    }

    private static IEnumerable<string> Errors(params FieldDraft[] fields) =>
        new ReviseFormValidator().Validate(new ReviseForm(Guid.NewGuid(), 1, fields)).Errors.Select(error => $"{error.PropertyName}: {error.ErrorMessage}");
}
