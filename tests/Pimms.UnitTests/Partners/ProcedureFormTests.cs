using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Pimms.Partners.Contracts;

namespace Pimms.UnitTests;

public sealed class ProcedureFormTests
{
    private static readonly FormField Heated = Question("heated", FormFieldType.YesNo);
    private static readonly FormField Kind = Question("kind", FormFieldType.Choice) with { Choices = ["gaz", "fioul"] };

    [Fact]
    public void Asks_everything_of_a_form_without_sections() =>
        Assert.Equal(["heated", "kind"], Asked([Heated, Kind]));

    [Fact]
    public void Asks_a_section_when_the_earlier_question_was_answered_so()
    {
        FormField[] form = [Heated, Section("a", "heated", "true"), Kind, Section("b"), Question("end")];
        Assert.Equal(["heated", "end"], Asked(form));
        Assert.Equal(["heated", "end"], Asked(form, ("heated", "false")));
        Assert.Equal(["heated", "kind", "end"], Asked(form, ("heated", " true ")));
    }

    [Fact]
    public void Leaves_out_what_depends_on_a_question_that_is_left_out()
    {
        FormField[] form = [Heated, Section("a", "heated", "true"), Kind, Section("b", "kind", "gaz", "fioul"), Question("end")];
        Assert.Equal(["heated"], Asked(form, ("heated", "false"), ("kind", "gaz")));
        Assert.Equal(["heated", "kind", "end"], Asked(form, ("heated", "true"), ("kind", "fioul")));
    }

    [Fact]
    public void A_section_is_no_question() => Assert.DoesNotContain(new ProcedureForm(1, [Section("a"), Heated]).Asked(new Dictionary<string, string>()), field => field.Type == FormFieldType.Section);

    /// <summary>Against a slow and obvious model: a question is asked when every section that it hangs on, all the way up, holds.</summary>
    [Property(MaxTest = 500)]
    public Property Agrees_with_a_slow_model() => Prop.ForAll(Forms().ToArbitrary(), Answers().ToArbitrary(), (fields, answers) =>
    {
        var form = new ProcedureForm(1, fields);
        return form.Asked(answers).Select(field => field.Key).SequenceEqual(fields.Where(field => field.Type != FormFieldType.Section && IsAsked(fields, field, answers)).Select(field => field.Key));
    });

    private static bool IsAsked(IReadOnlyList<FormField> fields, FormField field, IReadOnlyDictionary<string, string> answers)
    {
        var heading = fields.TakeWhile(other => other != field).LastOrDefault(other => other.Type == FormFieldType.Section);
        return heading?.When is not { } when
            || (fields.TakeWhile(other => other != heading).FirstOrDefault(other => other.Key == when.Key && other.Type != FormFieldType.Section) is { } deciding
                && IsAsked(fields, deciding, answers) && answers.TryGetValue(when.Key, out var answer) && when.Answers.Contains(answer));
    }

    private static Gen<FormField[]> Forms() => Gen.Choose(0, 99).ArrayOf().Select(numbers => numbers.Select((number, index) => (number % 3, index) switch
    {
        (0, > 0) => Section($"k{index}", $"k{number % index}", number % 2 == 0 ? ["true"] : ["true", "false"]),
        (1, > 0) => Section($"k{index}"),
        _ => Question($"k{index}", FormFieldType.YesNo),
    }).ToArray());

    private static Gen<Dictionary<string, string>> Answers() => Gen.Choose(0, 2).ArrayOf().Select(numbers => numbers.Select((number, index) => ($"k{index}", number))
        .Where(one => one.number > 0).ToDictionary(one => one.Item1, one => one.number == 1 ? "true" : "false"));

    private static IEnumerable<string> Asked(FormField[] fields, params (string Key, string Answer)[] answers) =>
        new ProcedureForm(1, fields).Asked(answers.ToDictionary(answer => answer.Key, answer => answer.Answer)).Select(field => field.Key);

    private static FormField Question(string key, FormFieldType type = FormFieldType.Text) => new(key, key, null, type, true, [], null);

    private static FormField Section(string key, string? when = null, params string[] answers) =>
        Question(key, FormFieldType.Section) with { When = when is null ? null : new(when, answers) };
}
