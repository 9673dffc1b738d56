using System.Globalization;

namespace Pimms.Referrals;

/// <summary>Where a page of the inbox ended: the last row's sort key and id. Anything else is read as the beginning.</summary>
internal static class InboxCursor
{
    /// <summary>Finished ones are shown latest first; the others by what is due.</summary>
    public static bool IsByChange(InboxView view) => view is InboxView.Done or InboxView.Drafts or InboxView.All;

    public static string Of(InboxView view, InboxRow last) => IsByChange(view)
        ? Of(last.ChangedAt, last.Id)
        : string.Create(CultureInfo.InvariantCulture, $"{last.NextDueOn:yyyyMMdd}_{last.Id:N}");

    /// <summary>For lists with the latest first.</summary>
    public static string Of(DateTimeOffset at, Guid id) => string.Create(CultureInfo.InvariantCulture, $"{at.UtcTicks}_{id:N}");

    public static (DateTimeOffset ChangedAt, Guid Id)? ReadChange(string? cursor) =>
        Split(cursor) is var (key, id) && long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks ? (new DateTimeOffset(ticks, TimeSpan.Zero), id) : null;

    public static (DateOnly DueOn, Guid Id)? ReadDue(string? cursor) =>
        Split(cursor) is var (key, id) && DateOnly.TryParseExact(key, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? (day, id) : null;

    private static (string Key, Guid Id)? Split(string? cursor) =>
        cursor?.Split('_') is [var key, var last] && Guid.TryParseExact(last, "N", out var id) ? (key, id) : null;
}
