using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Pimms.Kernel;

/// <summary>A query whose answer comes page by page.</summary>
public interface IPaged
{
    /// <summary>Where the page before ended; null for the first.</summary>
    string? After { get; }
}

/// <summary>
/// Where a page ended: the last row's place in the order. A cursor belongs to the filter and the order it came from: given with others, or
/// changed by as much as a character, it is refused, and never read as the beginning.
/// </summary>
public static class PageCursor
{
    private const int Seal = 8;

    /// <summary>Where the next page of this query begins.</summary>
    /// <param name="query">As it was asked.</param>
    /// <param name="place">What the rows are ordered by, as the last one has it.</param>
    public static string Of<TQuery>(TQuery query, params IReadOnlyList<object> place) where TQuery : IPaged
    {
        var words = string.Join('|', place.Select(part => part switch
        {
            DateTimeOffset at => at.UtcTicks.ToString(CultureInfo.InvariantCulture),
            DateOnly day => day.DayNumber.ToString(CultureInfo.InvariantCulture),
            Guid id => id.ToString("N"),
            _ => throw new ArgumentOutOfRangeException(nameof(place), part.GetType(), null),
        }));
        return Base64Url.EncodeToString([.. SealOf(query, words), .. Encoding.UTF8.GetBytes(words)]);
    }

    /// <summary>The place that the query goes on from; null at the beginning.</summary>
    /// <exception cref="RefusedException">It is no cursor of this query: a mistake at <c>cursor</c>.</exception>
    public static (DateTimeOffset At, Guid Id)? Instant<TQuery>(TQuery query) where TQuery : IPaged =>
        Read(query) is not { } place ? null : (new(long.Parse(place[0], CultureInfo.InvariantCulture), TimeSpan.Zero), Guid.ParseExact(place[1], "N"));

    /// <inheritdoc cref="Instant"/>
    public static (DateOnly On, Guid Id)? Day<TQuery>(TQuery query) where TQuery : IPaged =>
        Read(query) is not { } place ? null : (DateOnly.FromDayNumber(int.Parse(place[0], CultureInfo.InvariantCulture)), Guid.ParseExact(place[1], "N"));

    /// <inheritdoc cref="Instant"/>
    public static Guid? Id<TQuery>(TQuery query) where TQuery : IPaged => Read(query) is not { } place ? null : Guid.ParseExact(place[0], "N");

    private static string[]? Read<TQuery>(TQuery query) where TQuery : IPaged
    {
        if (query.After is not { } cursor)
            return null;
        var bytes = new byte[Base64Url.GetMaxDecodedLength(cursor.Length)];
        if (!Base64Url.IsValid(cursor) || !Base64Url.TryDecodeFromChars(cursor, bytes, out var length) || length <= Seal)
            throw Unknown();
        var words = Encoding.UTF8.GetString(bytes[Seal..length]);
        // The same bytes can be written in more than one way: only ours is a cursor.
        if (!bytes.AsSpan(0, Seal).SequenceEqual(SealOf(query, words)) || Base64Url.EncodeToString(bytes.AsSpan(0, length)) != cursor)
            throw Unknown();
        return words.Split('|');
    }

    private static RefusedException Unknown() => new(Refusal.Of("Cursor", "Api.UnknownCursor"));

    private static byte[] SealOf<TQuery>(TQuery query, string place) where TQuery : IPaged
    {
        var filter = JsonSerializer.SerializeToNode(query)!.AsObject();
        filter.Remove(nameof(IPaged.After));
        filter.Remove("Limit");
        return SHA256.HashData(Encoding.UTF8.GetBytes($"{typeof(TQuery).Name} {filter.ToJsonString()} {place}"))[..Seal];
    }
}
