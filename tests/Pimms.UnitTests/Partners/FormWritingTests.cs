using Pimms.Partners;
using Pimms.Partners.Contracts;

namespace Pimms.UnitTests;

public sealed class FormWritingTests
{
    private static readonly IReadOnlyList<FieldDraft> Three = [Draft("a"), Draft("b"), Draft("c")];

    [Theory]
    [InlineData("up:2", "a c b", 1)]
    [InlineData("down:0", "b a c", 1)]
    [InlineData("remove:1", "a c", -1)]
    [InlineData("keep:1", "a b c", 1)]
    [InlineData("add", "a b c ", 3)]
    public void Does_what_the_button_says_and_stays_where_the_person_is(string act, string keys, int at)
    {
        var (fields, now) = FormWriting.Apply(Three, act, FormFieldType.Money);
        Assert.Equal(keys, string.Join(' ', fields.Select(field => field.Key)));
        Assert.Equal(at, now);
    }

    [Fact]
    public void Adds_a_question_of_the_kind_that_was_chosen() =>
        Assert.Equal(FormFieldType.Money, FormWriting.Apply(Three, "add", FormFieldType.Money).Fields[^1].Type);

    [Theory]
    [InlineData("up:0")]
    [InlineData("down:2")]
    [InlineData("remove:9")]
    [InlineData("remove:-1")]
    [InlineData("remove")]
    [InlineData("")]
    public void Leaves_the_questions_alone_where_there_is_nowhere_to_go(string act) =>
        Assert.Equal(Three, FormWriting.Apply(Three, act, FormFieldType.Text).Fields);

    private static FieldDraft Draft(string key) => new(key, key, null, FormFieldType.Text, false, null, null);
}
