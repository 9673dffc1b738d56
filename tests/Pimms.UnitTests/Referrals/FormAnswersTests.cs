using Pimms.Partners.Contracts;
using Pimms.Referrals;

namespace Pimms.UnitTests;

public sealed class FormAnswersTests
{
    [Theory]
    [InlineData("6004512887", "6004512887")]
    [InlineData(" 60 045 128 87 ", "6004512887")]
    [InlineData("60.045.128-87", "6004512887")]
    public void Keeps_an_identifier_without_the_spaces_that_people_copy(string typed, string kept) =>
        Assert.Equal(kept, Kept(FormFieldType.Identifier, typed, "9999999999"));

    [Theory]
    [InlineData("600451288", "9999999999", "Answer.OneDigitMissing")]
    [InlineData("60 045 128", "9999999999", "Answer.SomeDigitsMissing")]
    [InlineData("60045128877", "9999999999", "Answer.OneDigitTooMany")]
    [InlineData("600451288777", "9999999999", "Answer.SomeDigitsTooMany")]
    [InlineData("26PLW", "99AAA9", "Answer.OneMissing")]
    [InlineData("26PL", "99AAA9", "Answer.SomeMissing")]
    [InlineData("26PLW77", "99AAA9", "Answer.OneTooMany")]
    [InlineData("26PLW7777", "99AAA9", "Answer.SomeTooMany")]
    [InlineData("60045l2887", "9999999999", "Answer.NotThePattern")]
    [InlineData("2PPLW7", "99AAA9", "Answer.NotThePattern")]
    public void Says_what_is_wrong_with_an_identifier(string typed, string pattern, string message) =>
        Assert.Equal(message, Wrong(FormFieldType.Identifier, typed, pattern).Message);

    [Fact]
    public void Says_how_many_digits_are_missing() => Assert.Equal([2], Wrong(FormFieldType.Identifier, "60 045 128", "9999999999").Args.Cast<int>());

    [Theory]
    [InlineData("26plw0048812ab7", "99AAA999*******")]
    public void Takes_letters_in_either_case(string typed, string pattern) => Assert.Equal("26PLW0048812AB7", Kept(FormFieldType.Identifier, typed, pattern));

    [Theory]
    [InlineData("412,80", "412.80")]
    [InlineData("1 412,8 €", "1412.80")]
    [InlineData("1\u202f412.80", "1412.80")]
    [InlineData("60", "60.00")]
    public void Understands_amounts_as_people_write_them(string typed, string kept) => Assert.Equal(kept, Kept(FormFieldType.Money, typed));

    [Theory]
    [InlineData("412,8O")]
    [InlineData("412,805")]
    [InlineData("1.234")]
    [InlineData("1,234")]
    [InlineData("-5")]
    [InlineData("1000000001")]
    public void Refuses_what_is_no_amount(string typed) => Assert.Equal("Answer.NotAnAmount", Wrong(FormFieldType.Money, typed).Message);

    [Theory]
    [InlineData("2026-10-02")]
    [InlineData("02/10/2026")]
    [InlineData("2/10/2026")]
    public void Keeps_days_as_programs_write_them(string typed) => Assert.Equal("2026-10-02", Kept(FormFieldType.Date, typed));

    [Theory]
    [InlineData(FormFieldType.Date, "31/02/2026", "Answer.NotADate")]
    [InlineData(FormFieldType.Date, "4/2", "Answer.NotADate")]
    [InlineData(FormFieldType.Date, "02/10/26", "Answer.NotADate")]
    [InlineData(FormFieldType.Date, "0026-10-02", "Answer.NotADate")]
    [InlineData(FormFieldType.Date, "octobre 2026", "Answer.NotADate")]
    [InlineData(FormFieldType.Date, "1026-10-02", "Field.DayOutside")]
    [InlineData(FormFieldType.Date, "9999-10-02", "Field.DayOutside")]
    [InlineData(FormFieldType.Text, "deux\nlignes", "Field.OneLine")]
    [InlineData(FormFieldType.WholeNumber, "1.200", "Answer.NotANumber")]
    [InlineData(FormFieldType.WholeNumber, "12,5", "Answer.NotANumber")]
    [InlineData(FormFieldType.WholeNumber, "-1", "Answer.NotANumber")]
    [InlineData(FormFieldType.Choice, "Autre chose", "Answer.NotAChoice")]
    [InlineData(FormFieldType.YesNo, "oui", "Answer.NotYesOrNo")]
    public void Refuses_answers_of_another_kind(FormFieldType type, string typed, string message) => Assert.Equal(message, Wrong(type, typed).Message);

    [Theory]
    [InlineData(FormFieldType.Text, 200)]
    [InlineData(FormFieldType.LongText, 4000)]
    public void Refuses_texts_that_are_too_long_and_says_how_long_they_may_be(FormFieldType type, int most)
    {
        Assert.Equal(most, Kept(type, new string('a', most)).Length);
        var wrong = Wrong(type, new string('a', most + 1));
        Assert.Equal(("Answer.TooLong", most), (wrong.Message, wrong.Args[0]));
    }

    [Fact]
    public void Counts_a_line_end_as_one_character()
    {
        var lines = string.Join("\r\n", Enumerable.Repeat("123456789", 400));
        Assert.Equal(3999, Kept(FormFieldType.LongText, lines).Length);
    }

    [Fact]
    public void Asks_for_what_is_required_and_lets_the_rest_be_empty()
    {
        var form = Form(Field("must", FormFieldType.Text, required: true), Field("may", FormFieldType.Text));
        var answers = FormAnswers.Read(form, new Dictionary<string, string> { ["must"] = "  ", ["may"] = "" });
        Assert.Equal(("Answers.must", "Answer.Missing"), answers.Errors.Select(error => (error.Field, error.Message)).Single());
        Assert.Empty(answers.Kept);
    }

    [Fact]
    public void Leaves_out_what_the_form_does_not_ask() =>
        Assert.Empty(FormAnswers.Read(Form(Field("asked", FormFieldType.Text)), new Dictionary<string, string> { ["other"] = "x" }).Kept);

    private static string Kept(FormFieldType type, string typed, string? pattern = null)
    {
        var answers = Read(type, typed, pattern);
        Assert.Empty(answers.Errors);
        return answers.Kept["asked"];
    }

    private static FieldError Wrong(FormFieldType type, string typed, string? pattern = null)
    {
        var answers = Read(type, typed, pattern);
        Assert.Empty(answers.Kept);
        return Assert.Single(answers.Errors);
    }

    private static FormAnswers Read(FormFieldType type, string typed, string? pattern) =>
        FormAnswers.Read(Form(Field("asked", type, pattern: pattern)), new Dictionary<string, string> { ["asked"] = typed });

    private static ProcedureForm Form(params FormField[] fields) => new(1, fields);

    private static FormField Field(string key, FormFieldType type, bool required = false, string? pattern = null) =>
        new(key, "Question", null, type, required, type == FormFieldType.Choice ? ["Une", "Deux"] : [], pattern);
}
