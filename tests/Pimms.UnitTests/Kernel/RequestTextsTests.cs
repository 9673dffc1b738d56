using System.Reflection;

namespace Pimms.UnitTests;

public sealed class RequestTextsTests
{
    private sealed record Inner([property: OneLine] string? Name, string? Note);

    private sealed record Outer(string Text, Inner? Person, IReadOnlyList<Inner> Others, IReadOnlyDictionary<string, string> Answers, [property: OneLine] IReadOnlyList<string?> Items);

    private static Outer Of(string text, string? name) => new(text, new(name, text), [new(name, text)], new Dictionary<string, string> { ["long"] = text }, [name]);

    [Fact]
    public void A_line_end_is_one_character_wherever_it_stands()
    {
        var request = Of("a\r\nb\rc\nd\u2028e", "Lina");
        Assert.Empty(RequestTexts.Read(request));
        Assert.All([request.Text, request.Person!.Note, request.Others[0].Note, request.Answers["long"]], text => Assert.Equal("a\nb\nc\nd\ne", text));
    }

    [Fact]
    public void A_line_is_kept_as_it_looks()
    {
        var request = Of("", "\ufeff\u202eLi\u00adna\u00a0 Ben\u202fAli\u200b ");
        Assert.Empty(RequestTexts.Read(request));
        Assert.All([request.Person!.Name, request.Others[0].Name, request.Items[0]], name => Assert.Equal("Lina  Ben Ali", name));
    }

    [Theory]
    [InlineData("Li\nna", "Field.OneLine")]
    [InlineData("Li\u2028na", "Field.OneLine")]
    [InlineData("Li\u0007na", "Field.OneLine")]
    [InlineData("\u200b\u200e", "Field.OnlyInvisible")]
    [InlineData("\u3164", "Field.OnlyInvisible")]
    public void What_is_no_line_is_refused_at_its_place(string name, string message) =>
        Assert.Equal([("Person.Name", message), ("Others[0].Name", message), ("Items[0]", message)], RequestTexts.Read(Of("", name)).Select(error => (error.Field, error.Message)));

    [Theory]
    [InlineData("می\u200cخواهم")]
    [InlineData("👩\u200d👧")]
    public void Joiners_between_letters_and_signs_stay(string name) => Assert.Equal(name, Typed.Line(name));

    /// <summary>A field of one line on a page is one line in the command, whoever sends it.</summary>
    [Fact]
    public void Every_field_of_one_line_is_marked() => Assert.Empty(
        from page in SourceFile.Pages
        from property in FieldLabels.OneLineFieldsOf(page)
        where !property.IsDefined(typeof(OneLineAttribute))
        select $"{property.DeclaringType!.Name}.{property.Name}");
}
