using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Pimms.Kernel;

/// <summary>Holds a body against the shape that the endpoint reads: all that is not of it, each at its path.</summary>
internal sealed class BodyCheck(JsonSerializerOptions json)
{
    /// <summary>More help nobody, and cost.</summary>
    private const int Most = 50;

    public List<FieldError> Errors { get; } = [];

    public void Read(JsonElement given, JsonTypeInfo expected, string path)
    {
        switch (expected.Kind)
        {
            case JsonTypeInfoKind.Object when given.ValueKind == JsonValueKind.Object:
                ReadObject(given, expected, path);
                break;
            case JsonTypeInfoKind.Enumerable when given.ValueKind == JsonValueKind.Array:
                foreach (var (index, item) in given.EnumerateArray().Index())
                    ReadItem(item, json.GetTypeInfo(expected.ElementType!), $"{path}[{index}]");
                break;
            case JsonTypeInfoKind.Dictionary when given.ValueKind == JsonValueKind.Object:
                foreach (var (name, value) in Members(given, path))
                    ReadItem(value, json.GetTypeInfo(expected.ElementType!), Below(path, name));
                break;
            case JsonTypeInfoKind.None when expected.Type == typeof(JsonElement):
                // Any single value: what a form's answer may be.
                if (given.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                    Refuse(path, "Api.WrongType", "string, number, boolean");
                break;
            case JsonTypeInfoKind.None:
                ReadSingle(given, expected, path);
                break;
            default:
                Refuse(path, "Api.WrongType", expected.Kind == JsonTypeInfoKind.Enumerable ? "array" : "object");
                break;
        }
    }

    private void ReadObject(JsonElement given, JsonTypeInfo expected, string path)
    {
        foreach (var (name, value) in Members(given, path))
        {
            if (expected.Properties.FirstOrDefault(property => property.Name == name) is not { } property)
                Refuse(Below(path, name), "Api.UnknownField");
            else if (value.ValueKind == JsonValueKind.Null && !MayBeNull(property))
                Refuse(Below(path, name), "Api.NotNull");
            else if (value.ValueKind != JsonValueKind.Null)
                Read(value, Of(property), Below(path, name));
        }
    }

    /// <summary>Lists of things hold no nulls; lists of texts may, which the rules of the use case then refuse.</summary>
    private void ReadItem(JsonElement item, JsonTypeInfo expected, string path)
    {
        if (item.ValueKind != JsonValueKind.Null)
            Read(item, expected, path);
        else if (expected.Kind != JsonTypeInfoKind.None || expected.Type is { IsValueType: true } value && Nullable.GetUnderlyingType(value) is null && value != typeof(JsonElement))
            Refuse(path, "Api.NotNull");
    }

    private void ReadSingle(JsonElement given, JsonTypeInfo expected, string path)
    {
        try
        {
            given.Deserialize(expected);
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException or InvalidOperationException or OverflowException)
        {
            var type = Nullable.GetUnderlyingType(expected.Type) ?? expected.Type;
            if (type.IsEnum)
                Refuse(path, "Api.UnknownValue", string.Join(", ", ExactEnums.Names(type)));
            else
                Refuse(path, "Api.WrongType", WireTypes.NameOf(type));
        }
    }

    /// <summary>A name that stands twice would be read once, and nobody knows which.</summary>
    private IEnumerable<(string Name, JsonElement Value)> Members(JsonElement given, string path)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in given.EnumerateObject())
        {
            if (seen.Add(member.Name))
                yield return (member.Name, member.Value);
            else
                Refuse(Below(path, member.Name), "Api.GivenTwice");
        }
    }

    /// <summary>By its own converter where it has one.</summary>
    private JsonTypeInfo Of(JsonPropertyInfo property) =>
        property.CustomConverter is null ? json.GetTypeInfo(property.PropertyType) : JsonTypeInfo.CreateJsonTypeInfo(property.PropertyType, WithConverter(property));

    private JsonSerializerOptions WithConverter(JsonPropertyInfo property)
    {
        var options = new JsonSerializerOptions(json);
        options.Converters.Insert(0, property.CustomConverter!);
        return options;
    }

    private static bool MayBeNull(JsonPropertyInfo property) => property.AssociatedParameter?.IsNullable ?? property.IsSetNullable;

    private static string Below(string path, string name)
    {
        var known = name.Length <= 100 ? name : name[..100];
        return path.Length == 0 ? known : $"{path}.{known}";
    }

    private void Refuse(string path, string message, params object?[] args)
    {
        if (Errors.Count < Most)
            Errors.Add(new(path, message, [.. args]) { IsWritten = true });
    }
}
