using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pimms.Kernel;

/// <summary>Small values that are read and written as a whole live in one jsonb column; they compare by what is written.</summary>
public static class JsonColumn
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Keeps the property as jsonb: camelCase, enumerations by name.</summary>
    public static void AsJson<T>(this PropertyBuilder<T> property) => property.HasColumnType("jsonb").HasConversion(Write<T>(), Read<T>(), Comparer<T>());

    /// <inheritdoc cref="AsJson{T}(PropertyBuilder{T})"/>
    public static void AsJson<T>(this ComplexTypePropertyBuilder<T> property) => property.HasColumnType("jsonb").HasConversion(Write<T>(), Read<T>(), Comparer<T>());

    private static System.Linq.Expressions.Expression<Func<T, string>> Write<T>() => value => JsonSerializer.Serialize(value, Json);

    private static System.Linq.Expressions.Expression<Func<string, T>> Read<T>() => text => JsonSerializer.Deserialize<T>(text, Json)!;

    private static ValueComparer<T> Comparer<T>() => new(
        (one, other) => JsonSerializer.Serialize(one, Json) == JsonSerializer.Serialize(other, Json),
        value => JsonSerializer.Serialize(value, Json).GetHashCode(StringComparison.Ordinal),
        value => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value, Json), Json)!);
}
