using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pimms.Conventions;

/// <summary>Short lists that are read and written as a whole live in one jsonb column; they are the same when they are written the same.</summary>
internal static class JsonColumn
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static void AsJson<T>(this PropertyBuilder<IReadOnlyList<T>> property) => property
        .HasColumnType("jsonb")
        .HasConversion(list => JsonSerializer.Serialize(list, Json), text => JsonSerializer.Deserialize<List<T>>(text, Json)!, new ListComparer<T>());

    private sealed class ListComparer<T>() : ValueComparer<IReadOnlyList<T>>(
        (one, other) => one!.SequenceEqual(other!),
        list => list.Aggregate(0, (hash, item) => HashCode.Combine(hash, item)),
        list => list.ToList());
}
