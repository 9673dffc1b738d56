using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pimms.Partners;

/// <summary>How the fields of a form are kept: by names, so that rows outlive the order of an enum.</summary>
internal static class FormJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static string Write(IReadOnlyList<FormField> fields) => JsonSerializer.Serialize(fields, Options);

    public static IReadOnlyList<FormField> Read(string json) => JsonSerializer.Deserialize<FormField[]>(json, Options)!;

    /// <summary>Whether two forms ask the very same.</summary>
    public static bool Same(IReadOnlyList<FormField> one, IReadOnlyList<FormField> other) => Write(one) == Write(other);
}
