using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Json.Schema;
using Pimms.Partners;
using Pimms.Partners.Contracts;
using Pimms.Referrals;

namespace Pimms.UnitTests;

public sealed class SchemaTests
{
    private static readonly EvaluationOptions Strictly = new() { RequireFormatValidation = true };

    [Property(MaxTest = 300)]
    public Property A_form_comes_back_from_its_file_word_for_word() => Prop.ForAll(Forms().ToArbitrary(), form =>
    {
        var document = new FormDocument("Étalement d’une dette", "Quand « tout » est dû.", form, form.Length % 2 == 0 ? [] : ["Facture", "Relevé"]);
        var read = SchemaReader.Read(SchemaWriter.Write(document));
        return read with { Fields = form, RequiredDocuments = document.RequiredDocuments } == document && FormJson.Same(read.Fields, form) && read.RequiredDocuments.SequenceEqual(document.RequiredDocuments);
    });

    /// <summary>The same answers pass or fail by the platform and by a validator that knows nothing of it, whatever sections they open.</summary>
    [Property(MaxTest = 300)]
    public Property A_validator_takes_and_refuses_the_same_answers() => Prop.ForAll(Forms().ToArbitrary(), Gen.Choose(0, 999).ArrayOf().ToArbitrary(), (form, numbers) =>
    {
        var answers = form.Where(field => field.Type != FormFieldType.Section).Select((field, at) => (Field: field, Answer: AnswerTo(field, at < numbers.Length ? numbers[at] : 0)))
            .Where(one => one.Answer is not null).ToDictionary(one => one.Field.Key, one => one.Answer!);
        var typed = answers.ToDictionary(one => one.Key, one => one.Value is JsonValue value && value.TryGetValue<string>(out var text) ? text : one.Value.ToJsonString());
        var taken = FormAnswers.Read(new ProcedureForm(1, form), typed).Errors.Count == 0;
        var schema = JsonSchema.FromText(SchemaWriter.Write(new("Essai", "", form, [])));
        return schema.Evaluate(new JsonObject(answers.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value))), Strictly).IsValid == taken;
    });

    [Fact]
    public void What_is_exported_is_a_schema_by_the_schema_of_schemas() =>
        Assert.All(FormCatalogue.All, entry => Assert.True(MetaSchemas.Draft202012.Evaluate(SchemaWriter.ToJson(entry.Document), Strictly).IsValid, entry.Name));

    [Theory]
    [InlineData("[]", "/")]
    [InlineData("""{ "title": "Sans dialecte" }""", "/$schema")]
    [InlineData("""{ "$schema": "DIALECT", "title": "T", "type": "object", "properties": { "a": { "title": "A", "type": "array" } } }""", "/properties/a/type")]
    [InlineData("""{ "$schema": "DIALECT", "title": "T", "type": "object", "properties": { "a": { "title": "A", "type": "string", "maxLength": 300 } } }""", "/properties/a/maxLength")]
    [InlineData("""{ "$schema": "DIALECT", "title": "T", "type": "object", "properties": { "a": { "title": "A", "type": "boolean", "const": true } } }""", "/properties/a/const")]
    [InlineData("""{ "$schema": "DIALECT", "title": "T", "type": "object", "properties": { "a": { "title": "A", "type": "string", "pattern": "^.*$" } } }""", "/properties/a/pattern")]
    [InlineData("""{ "$schema": "DIALECT", "title": "T", "type": "object", "properties": { "A b": { "title": "A", "type": "boolean" } } }""", "/properties/A b")]
    [InlineData("""{ "$schema": "DIALECT", "title": "T", "type": "object", "properties": { "a": { "type": "boolean" } } }""", "/properties/a")]
    [InlineData("""{ "$schema": "DIALECT", "title": "T", "type": "object", "minProperties": 1 }""", "/minProperties")]
    [InlineData("""{ "$schema": "DIALECT", "title": "T", "type": "object", "allOf": [ { "$anchor": "s", "title": "S", "if": { "properties": { "later": { "enum": [true] } }, "required": ["later"] }, "then": {} } ] }""", "/allOf/0")]
    [InlineData("""{ "$schema": "DIALECT", "title": "T", "type": "object", "x-requiredDocuments": [3] }""", "/x-requiredDocuments/0")]
    public void What_the_platform_could_not_keep_is_refused_with_its_place(string file, string place)
    {
        var refused = Assert.Throws<RefusedException>(() => SchemaReader.Read(file.Replace("DIALECT", SchemaWriter.Dialect, StringComparison.Ordinal)));
        Assert.Equal(("Schema.At", place), (refused.Refusal.Errors[0].Message, refused.Refusal.Errors[0].Args[0]));
    }

    [Theory]
    [InlineData("{\n  \"a\": 1,\n  oops\n}", 3L)]
    [InlineData("{ \"a\": 1, \"a\": 2 }", 1L)]
    public void What_is_no_json_is_refused_with_its_line(string file, long line)
    {
        var refused = Assert.Throws<RefusedException>(() => SchemaReader.Read(file));
        Assert.Equal(("Schema.NotJson", (object)line), (refused.Refusal.Errors[0].Message, refused.Refusal.Errors[0].Args[0]));
    }

    [Property]
    public Property A_shape_comes_back_from_its_expression() => Prop.ForAll(Gen.Elements('9', 'A', '*').NonEmptyListOf().Select(places => string.Concat(places.Take(40))).ToArbitrary(),
        pattern => PatternWords.FromRegex(PatternWords.ToRegex(pattern)) == pattern);

    private static Gen<FormField[]> Forms() => Gen.Choose(0, 9999).ArrayOf().Select(numbers => Form([.. numbers.Take(30)]));

    private static FormField[] Form(int[] numbers)
    {
        var (fields, deciding) = (new List<FormField>(), new List<FormField>());
        foreach (var (at, number) in numbers.Index())
        {
            var field = new FormField($"k{at}", $"Question « {at} »", number % 5 == 0 ? "L’aide & <le reste>" : null, (FormFieldType)(number % 9), number % 2 == 0, [], null);
            fields.Add(field.Type switch
            {
                FormFieldType.Choice => field with { Choices = ["a", "b", "c’est tout"] },
                FormFieldType.Identifier => field with { Pattern = number % 4 == 1 ? "99" : "99A*", Check = number % 4 == 1 ? CheckKey.Luhn : null },
                FormFieldType.Section => field with { Required = false, When = deciding.Count == 0 || number % 3 == 0 ? null : When(deciding[number % deciding.Count], number) },
                _ => field,
            });
            if (field.Type is FormFieldType.Choice or FormFieldType.YesNo)
                deciding.Add(field);
        }
        return [.. fields];
    }

    private static FormCondition When(FormField deciding, int number) =>
        new(deciding.Key, deciding.Type == FormFieldType.YesNo ? [number % 2 == 0 ? "true" : "false"] : number % 2 == 0 ? ["a"] : ["a", "c’est tout"]);

    /// <summary>One in four is left open, one in eight is wrong; null when left open. A check key is right: no schema can tell.</summary>
    private static JsonNode? AnswerTo(FormField field, int number) => (number % 4 == 0, number % 8 == 1, field.Type) switch
    {
        (true, _, _) => null,
        (_, var wrong, FormFieldType.Text) => wrong ? new string('x', 201) : "Deux mots",
        (_, var wrong, FormFieldType.LongText) => wrong ? new string('x', 4001) : "Deux\nlignes",
        (_, var wrong, FormFieldType.WholeNumber) => wrong ? 1_000_000_001 : number,
        (_, var wrong, FormFieldType.Money) => wrong ? 12.345m : 12.3m,
        (_, var wrong, FormFieldType.Date) => wrong ? "2026-13-45" : "2026-11-25",
        (_, var wrong, FormFieldType.Choice) => wrong ? "zzz" : number % 3 == 0 ? "c’est tout" : "a",
        (_, var wrong, FormFieldType.YesNo) => wrong ? (JsonNode)"peut-être" : number % 3 == 0,
        (_, var wrong, _) => wrong ? "1B" : field.Check is null ? "12BZ" : "18",
    };
}
