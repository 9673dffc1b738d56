using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pimms.Partners;

/// <summary>
/// Reads what <see cref="SchemaWriter"/> writes, and nothing more: a keyword that it would pass over would be a rule that nobody keeps.
/// What it cannot take is refused with its place, as a JSON pointer.
/// </summary>
internal static class SchemaReader
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <exception cref="RefusedException">It is no such form; says where.</exception>
    public static FormDocument Read(string json)
    {
        var schema = Parse(json) as JsonObject ?? throw Refused("", "Schema.NotAnObject");
        if (Words(schema, "", "$schema") != SchemaWriter.Dialect)
            throw Refused("/$schema", "Schema.Dialect");
        var places = new List<string>();
        var fields = new List<FormField>();
        Ask(schema, "", fields, places);
        foreach (var (number, section) in Items(schema, "", "allOf").Index())
            Section(section, $"/allOf/{number}", fields, places);
        var document = new FormDocument(
            Words(schema, "", "title") ?? "", Words(schema, "", "description") ?? "", fields, [.. Items(schema, "", "x-requiredDocuments").Select((name, number) => Text(name, $"/x-requiredDocuments/{number}"))]);

        Validate(document, places);
        if (Difference(schema, SchemaWriter.ToJson(document), "") is { } place)
            throw Refused(place, "Schema.NotUnderstood");
        return document;
    }

    private static JsonNode? Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json, documentOptions: Strict);
        }
        catch (JsonException wrong)
        {
            throw new RefusedException(Refusal.Of("Json", "Schema.NotJson", (wrong.LineNumber ?? 0) + 1));
        }
    }

    private static void Section(JsonNode? node, string place, List<FormField> fields, List<string> places)
    {
        var section = node as JsonObject ?? throw Refused(place, "Schema.NotAnObject");
        var condition = section["if"] is { } rule ? Condition(rule, $"{place}/if") : null;
        fields.Add(new FormField(Words(section, place, "$anchor") ?? "", Words(section, place, "title") ?? "", Words(section, place, "description"), FormFieldType.Section, false, [], null) { When = condition });
        places.Add(place);
        if (condition is null)
            Ask(section, place, fields, places);
        else
            Ask(section["then"] as JsonObject ?? throw Refused($"{place}/then", "Schema.NotAnObject"), $"{place}/then", fields, places);
    }

    /// <summary>Its own condition; those of the sections around it are compared with what the form itself says.</summary>
    private static FormCondition Condition(JsonNode rule, string place)
    {
        if (rule is not JsonObject both)
            throw Refused(place, "Schema.NotAnObject");
        if (both["allOf"] is JsonArray { Count: > 0 } all)
            return Condition(all[^1]!, $"{place}/allOf/{all.Count - 1}");
        if (both["properties"] is not JsonObject { Count: 1 } asked)
            throw Refused($"{place}/properties", "Schema.Condition");
        var (key, allowed) = asked.Single();
        var answers = $"{place}/properties/{key}/enum";
        return new(key, [.. Items(allowed as JsonObject ?? throw Refused($"{place}/properties/{key}", "Schema.NotAnObject"), $"{place}/properties/{key}", "enum").Select((answer, number) => answer?.GetValueKind() switch
        {
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            _ => Text(answer, $"{answers}/{number}"),
        })]);
    }

    private static void Ask(JsonObject schema, string place, List<FormField> fields, List<string> places)
    {
        var required = Items(schema, place, "required").Select((key, number) => Text(key, $"{place}/required/{number}")).ToHashSet();
        if (schema["properties"] is null)
            return;
        foreach (var (key, question) in schema["properties"] as JsonObject ?? throw Refused($"{place}/properties", "Schema.NotAnObject"))
        {
            var at = $"{place}/properties/{key}";
            fields.Add(Question(key, question as JsonObject ?? throw Refused(at, "Schema.NotAnObject"), at, required.Contains(key)));
            places.Add(at);
        }
    }

    private static FormField Question(string key, JsonObject asked, string place, bool required)
    {
        var (kind, pattern) = (Words(asked, place, "type"), Words(asked, place, "pattern"));
        var type = (kind, asked["enum"], asked["format"], pattern) switch
        {
            (null, not null, _, _) => FormFieldType.Choice,
            ("boolean", _, _, _) => FormFieldType.YesNo,
            ("integer", _, _, _) => FormFieldType.WholeNumber,
            ("number", _, _, _) => FormFieldType.Money,
            ("string", _, not null, _) => FormFieldType.Date,
            ("string", _, _, null or @"\S") => asked["maxLength"]?.ToJsonString() == "200" ? FormFieldType.Text : FormFieldType.LongText,
            ("string", _, _, _) => FormFieldType.Identifier,
            _ => throw Refused($"{place}/type", "Schema.Type"),
        };
        var check = Words(asked, place, "x-check");
        return new(key, Words(asked, place, "title") ?? "", Words(asked, place, "description"), type, required,
            type == FormFieldType.Choice ? [.. Items(asked, place, "enum").Select((choice, number) => Text(choice, $"{place}/enum/{number}"))] : [],
            type == FormFieldType.Identifier ? PatternWords.FromRegex(pattern!) ?? throw Refused($"{place}/pattern", "Schema.Pattern") : null)
        {
            Check = check is null ? null : Enum.TryParse<CheckKey>(check, out var known) && known.ToString() == check ? known : throw Refused($"{place}/x-check", "Schema.Check"),
        };
    }

    /// <summary>By the rules of the builder: what it would not let anybody write does not come in by a file.</summary>
    private static void Validate(FormDocument document, List<string> places)
    {
        var form = new ReviseForm(Guid.Empty, 0, [.. document.Fields.Select(FieldDraft.Of)], string.Join('\n', document.RequiredDocuments));
        if (new ReviseFormValidator().Validate(form).Errors is not [var error, ..])
            return;
        var number = error.PropertyName.StartsWith("Fields[", StringComparison.Ordinal) ? int.Parse(error.PropertyName[7..error.PropertyName.IndexOf(']', StringComparison.Ordinal)], NumberStyles.None, CultureInfo.InvariantCulture) : -1;
        throw Refused(number >= 0 ? places[number] : error.PropertyName == nameof(ReviseForm.RequiredDocuments) ? "/x-requiredDocuments" : "", error.ErrorMessage);
    }

    /// <summary>Where a file says something else than the form that was read from it; null when nowhere.</summary>
    private static string? Difference(JsonNode? given, JsonNode? meant, string place) => (given, meant) switch
    {
        (JsonObject one, JsonObject other) => one.Select(pair => pair.Key).Union(other.Select(pair => pair.Key))
            .Select(key => one.ContainsKey(key) == other.ContainsKey(key) ? Difference(one[key], other[key], $"{place}/{key}") : $"{place}/{key}").FirstOrDefault(found => found is not null),
        (JsonArray one, JsonArray other) when one.Count == other.Count => one.Zip(other).Select((both, number) => Difference(both.First, both.Second, $"{place}/{number}")).FirstOrDefault(found => found is not null),
        _ => JsonNode.DeepEquals(given, meant) ? null : place,
    };

    private static string? Words(JsonObject schema, string place, string keyword) => schema[keyword] is { } node ? Text(node, $"{place}/{keyword}") : null;

    private static string Text(JsonNode? node, string place) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : throw Refused(place, "Schema.NotAText");

    private static JsonArray Items(JsonObject schema, string place, string keyword) =>
        schema[keyword] is not { } node ? [] : node as JsonArray ?? throw Refused($"{place}/{keyword}", "Schema.NotAList");

    /// <summary>The place first, then what is wrong there.</summary>
    private static RefusedException Refused(string place, string message) =>
        new(new Refusal(RefusalTypes.Validation, [new("Json", "Schema.At", [place.Length == 0 ? "/" : place]), new("Json", message)]));
}
