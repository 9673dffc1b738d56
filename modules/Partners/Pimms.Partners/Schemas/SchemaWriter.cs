using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Pimms.Partners;

/// <summary>
/// A form as JSON Schema 2020-12: a schema of the answers as they are kept, identifiers without the spaces that people type, a question left open absent.
/// <list type="table">
/// <item>question: a property; its words are <c>title</c>, its help <c>description</c>, required ones stand in <c>required</c></item>
/// <item>Text, LongText: <c>string</c> of at most 200 or 4,000 characters, with <c>pattern</c> <c>\S</c> where an answer is required</item>
/// <item>WholeNumber: <c>integer</c>; Money: <c>number</c> by cents; Date: <c>string</c> of format <c>date</c>; YesNo: <c>boolean</c>; Choice: <c>enum</c></item>
/// <item>Identifier: <c>string</c> with a <c>pattern</c>; its check key, which no schema can express, is <c>x-check</c></item>
/// <item>section: one of <c>allOf</c>, its name as <c>$anchor</c>; its condition is <c>if</c>, what it asks then is <c>then</c>. A section that depends on
/// a question of another says the other's condition first: an <c>if</c> of <c>allOf</c>, its own last</item>
/// <item>required documents: <c>x-requiredDocuments</c></item>
/// </list>
/// </summary>
internal static class SchemaWriter
{
    public const string Dialect = "https://json-schema.org/draft/2020-12/schema";
    private const long Most = 1_000_000_000;
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write(FormDocument document) => ToJson(document).ToJsonString(Readable);

    public static JsonObject ToJson(FormDocument document)
    {
        var sections = document.Form.Sections();
        var schema = new JsonObject { ["$schema"] = Dialect, ["title"] = document.Title };
        if (document.Description.Length > 0)
            schema["description"] = document.Description;
        schema["type"] = "object";
        Ask(schema, sections.Where(section => section.Heading is null).SelectMany(section => section.Questions));
        if (sections.Any(section => section.Heading is not null))
            schema["allOf"] = List(sections.Where(section => section.Heading is not null).Select(section => Section(section, sections)));
        if (document.RequiredDocuments.Count > 0)
            schema["x-requiredDocuments"] = List(document.RequiredDocuments.Select(name => JsonValue.Create(name)));
        return schema;
    }

    private static JsonObject Section(FormSection section, IReadOnlyList<FormSection> all)
    {
        var heading = section.Heading!;
        var schema = new JsonObject { ["$anchor"] = heading.Key, ["title"] = heading.Label };
        if (heading.Hint is { } hint)
            schema["description"] = hint;
        if (heading.When is null)
        {
            Ask(schema, section.Questions);
            return schema;
        }
        var conditions = Conditions(heading, all).Select(one => Condition(one, all)).ToList();
        var then = new JsonObject();
        Ask(then, section.Questions);
        (schema["if"], schema["then"]) = (conditions.Count == 1 ? conditions[0] : new JsonObject { ["allOf"] = List(conditions) }, then);
        return schema;
    }

    /// <summary>What must hold for a section to be asked, the outermost first.</summary>
    private static IEnumerable<FormCondition> Conditions(FormField heading, IReadOnlyList<FormSection> all) => heading.When is not { } when ? []
        : (SectionOf(when.Key, all)?.Heading is { } outer && outer != heading ? Conditions(outer, all) : []).Append(when);

    private static JsonObject Condition(FormCondition when, IReadOnlyList<FormSection> all)
    {
        var yesNo = SectionOf(when.Key, all)?.Questions.First(field => field.Key == when.Key).Type == FormFieldType.YesNo;
        var answers = List(when.Answers.Select(answer => yesNo && bool.TryParse(answer, out var yes) ? JsonValue.Create(yes) : (JsonNode)JsonValue.Create(answer)));
        return new() { ["properties"] = new JsonObject { [when.Key] = new JsonObject { ["enum"] = answers } }, ["required"] = new JsonArray(when.Key) };
    }

    private static FormSection? SectionOf(string key, IReadOnlyList<FormSection> all) => all.FirstOrDefault(section => section.Questions.Any(field => field.Key == key));

    private static void Ask(JsonObject schema, IEnumerable<FormField> questions)
    {
        var asked = questions.ToList();
        if (asked.Count == 0)
            return;
        schema["properties"] = new JsonObject(asked.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)Question(field))));
        if (asked.Exists(field => field.Required))
            schema["required"] = List(asked.Where(field => field.Required).Select(field => JsonValue.Create(field.Key)));
    }

    private static JsonObject Question(FormField field)
    {
        var schema = new JsonObject { ["title"] = field.Label };
        if (field.Hint is { } hint)
            schema["description"] = hint;
        foreach (var (keyword, value) in Keywords(field))
            schema[keyword] = value;
        return schema;
    }

    private static IEnumerable<(string Keyword, JsonNode? Value)> Keywords(FormField field) => field.Type switch
    {
        FormFieldType.Text => Words(200, field.Required),
        FormFieldType.LongText => Words(4000, field.Required),
        FormFieldType.WholeNumber => [("type", "integer"), ("minimum", 0), ("maximum", Most)],
        FormFieldType.Money => [("type", "number"), ("minimum", 0), ("maximum", Most), ("multipleOf", 0.01m)],
        FormFieldType.Date => [("type", "string"), ("format", "date")],
        FormFieldType.Choice => [("enum", List(field.Choices.Select(choice => JsonValue.Create(choice))))],
        FormFieldType.YesNo => [("type", "boolean")],
        FormFieldType.Identifier => [("type", "string"), ("pattern", PatternWords.ToRegex(field.Pattern ?? "")), .. field.Check is { } check ? [("x-check", (JsonNode?)check.ToString())] : Array.Empty<(string, JsonNode?)>()],
        _ => throw new ArgumentOutOfRangeException(nameof(field), field.Type, null),
    };

    private static IEnumerable<(string, JsonNode?)> Words(int most, bool required) =>
        [("type", "string"), ("maxLength", most), .. required ? [("pattern", (JsonNode?)@"\S")] : Array.Empty<(string, JsonNode?)>()];

    private static JsonArray List(IEnumerable<JsonNode?> nodes) => new([.. nodes]);
}
