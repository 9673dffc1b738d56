using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Pimms.Kernel;

/// <summary>
/// Raises an alarm in the log when one person opens unusually many different things within an hour: somebody works hard, or carries them away. Counted on
/// this host from what is journaled; nothing is refused.
/// </summary>
internal sealed class BulkReading(RateLimitSettings settings, TimeProvider clock, ILogger<BulkReading> logger)
{
    private readonly ConcurrentDictionary<(string Person, string Kind, long Hour), ConcurrentDictionary<Guid, bool>> opened = [];

    private readonly ConcurrentDictionary<(string Person, string Kind), long> alarmed = [];

    /// <summary>Looks at what was just read; a list is not opened, what it leads to is.</summary>
    public void Note(IEnumerable<JournalEntry> entries)
    {
        var hour = clock.GetUtcNow().ToUnixTimeSeconds() / 3600;
        foreach (var entry in entries)
        {
            if (entry.IsChange || entry.Subjects is not [var subject] || !Guid.TryParse(entry.UserId, out _))
                continue;
            var seen = opened.GetOrAdd((entry.UserId, entry.Kind, hour), _ => []);
            if (seen.TryAdd(subject, true) && seen.Count >= settings.DifferentReadsPerHour && alarmed.TryAdd((entry.UserId, entry.Kind), hour))
                logger.LogWarning("Bulk reading: {Person} opened {Count} different {Kind}s within an hour", entry.UserId, seen.Count, entry.Kind);
        }
        foreach (var past in opened.Keys.Where(key => key.Hour < hour))
            opened.TryRemove(past, out _);
        foreach (var past in alarmed.Where(alarm => alarm.Value < hour))
            alarmed.TryRemove(past);
    }
}
