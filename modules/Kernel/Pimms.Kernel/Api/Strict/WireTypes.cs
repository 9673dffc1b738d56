using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using MediatR;

namespace Pimms.Kernel;

/// <summary>What a text in an address or in a part of a form has to be, and which of a command's properties a body holds.</summary>
internal static partial class WireTypes
{
    /// <summary>The names that the description gives the types of single values.</summary>
    public static string NameOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var known when known == typeof(Guid) => "uuid",
        var known when known == typeof(DateOnly) => "date (yyyy-MM-dd)",
        var known when known == typeof(DateTimeOffset) => "date-time (RFC 3339)",
        var known when known == typeof(bool) => "boolean",
        var known when known == typeof(int) || known == typeof(uint) || known == typeof(long) => "integer",
        var known when known == typeof(decimal) => "number",
        _ => "string",
    };

    public static bool IsSingle(Type type) => NameOf(type) != "string" || type == typeof(string) || (Nullable.GetUnderlyingType(type) ?? type).IsEnum;

    /// <summary>Whether a text is a value of the type, written in the one way that the API writes it.</summary>
    public static bool Fits(Type type, string text) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var known when known.IsEnum => Enum.GetNames(known).Contains(text, StringComparer.Ordinal),
        var known when known == typeof(Guid) => Guid.TryParseExact(text, "D", out _),
        var known when known == typeof(DateOnly) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        var known when known == typeof(DateTimeOffset) => Instant().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
        var known when known == typeof(bool) => text is "true" or "false",
        var known when known == typeof(int) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        _ => true,
    };

    /// <summary>A command that is sent as a body takes what it changes from the address, and the version from <c>If-Match</c>.</summary>
    public static void WithoutAddress(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object || !typeof(IBaseRequest).IsAssignableFrom(type.Type))
            return;
        for (var at = type.Properties.Count - 1; at >= 0; at--)
        {
            if (type.Properties[at] is { Name: "id" or "version" } or { Get: null, Set: null })
                type.Properties.RemoveAt(at);
        }
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d(:\d\d(\.\d{1,7})?)?([Zz]|[+-]\d\d:\d\d)$")]
    private static partial Regex Instant();
}
