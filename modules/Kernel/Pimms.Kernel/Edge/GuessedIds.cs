using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Pimms.Kernel;

/// <summary>
/// Whoever is answered "not found" again and again tries ids. So many in a row, with nothing found between them, and for a minute there are no more
/// answers; and so many in all, for whoever asks something that exists in between.
/// </summary>
internal sealed class GuessedIds(RequestDelegate next, RateLimitSettings settings, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Row> rows = [];

    private readonly PartitionedRateLimiter<string> misses = PartitionedRateLimiter.Create<string, string>(
        who => RateLimitPartition.GetTokenBucketLimiter(who, _ => RateLimits.Bucket(settings.MissesAtOnce, settings.Misses)));

    public async Task Invoke(HttpContext http)
    {
        if (http.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            await next(http);
            return;
        }
        var who = RateLimits.Person(http) ?? RateLimits.AddressOf(http);
        if (IsToWait(who))
        {
            await RateLimits.Refuse(http, Pause);
            return;
        }
        await next(http);
        if (http.Response.StatusCode == StatusCodes.Status404NotFound)
        {
            rows.AddOrUpdate(who, _ => new(1, clock.GetTimestamp()), (_, row) => new(row.Length + 1, clock.GetTimestamp()));
            misses.AttemptAcquire(who).Dispose();
        }
        else if (http.Response.StatusCode < StatusCodes.Status300MultipleChoices)
        {
            rows.TryRemove(who, out _);
        }
    }

    private bool IsToWait(string who)
    {
        if (rows.TryGetValue(who, out var row) && clock.GetElapsedTime(row.Last) > Pause)
            rows.TryRemove(new(who, row));
        else if (row?.Length >= settings.MissesInARow)
            return true;
        // Asking for nothing takes nothing, and fails when nothing is left.
        using var left = misses.AttemptAcquire(who, 0);
        return !left.IsAcquired;
    }

    public void Dispose() => misses.Dispose();

    /// <summary>Answers "not found" with nothing found between them.</summary>
    private sealed record Row(int Length, long Last);
}
