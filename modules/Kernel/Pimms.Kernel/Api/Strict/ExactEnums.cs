using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Pimms.Kernel;

/// <summary>Written on the API as <c>familyName</c>, not <c>FamilyName</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InCamelCaseAttribute : Attribute;

/// <summary>Enumerations by exactly one of their names: no numbers, no other case, no several with commas between, which the framework's own would add up.</summary>
internal sealed class ExactEnums(bool camelCase) : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) => For(typeToConvert, camelCase);

    /// <summary>The names as the API writes them.</summary>
    public static IEnumerable<string> Names(Type type, bool camelCase = false) => Enum.GetNames(type).Select(name => camelCase ? JsonNamingPolicy.CamelCase.ConvertName(name) : name);

    /// <summary>Gives the properties that ask for it names in camel case.</summary>
    public static void InCamelCase(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.AttributeProvider?.IsDefined(typeof(InCamelCaseAttribute), false) == true)
                property.CustomConverter = For(property.PropertyType, true);
        }
    }

    private static JsonConverter For(Type type, bool camelCase) => (JsonConverter)Activator.CreateInstance(typeof(Exact<>).MakeGenericType(type), [(object)camelCase])!;

    private sealed class Exact<T>(bool camelCase) : JsonConverter<T> where T : struct, Enum
    {
        private readonly Dictionary<string, T> values = Names(typeof(T), camelCase).Zip(Enum.GetValues<T>()).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        private readonly Dictionary<T, string> names = Enum.GetValues<T>().Zip(Names(typeof(T), camelCase)).ToDictionary(pair => pair.First, pair => pair.Second);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && values.TryGetValue(reader.GetString()!, out var value) ? value : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(names[value]);

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            values.TryGetValue(reader.GetString()!, out var value) ? value : throw new JsonException();

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(names[value]);
    }
}
