using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Pimms.Kernel;

/// <summary>Remembers an answer for a moment: long enough to serve one person's clicks, short enough that nobody outstays their welcome.</summary>
internal sealed class BriefCache<TKey, TValue> where TKey : notnull
{
    // Ending access must be felt within 5 seconds on every host. In real milliseconds: a clock that was set or stopped must not prolong it.
    private const long Lifetime = 2_000;

    private readonly ConcurrentDictionary<TKey, (TValue Value, long Until)> entries = [];
    private long nextSweep;

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        var found = entries.TryGetValue(key, out var entry) && entry.Until > Environment.TickCount64;
        value = entry.Value;
        return found;
    }

    public void Set(TKey key, TValue value)
    {
        var now = Environment.TickCount64;
        entries[key] = (value, now + Lifetime);
        if (now < Volatile.Read(ref nextSweep))
            return;
        Volatile.Write(ref nextSweep, now + Lifetime);
        foreach (var (old, entry) in entries)
            if (entry.Until <= now)
                entries.TryRemove(old, out _);
    }

    public void Forget(TKey key) => entries.TryRemove(key, out _);

    public void ForgetWhere(Func<TKey, TValue, bool> condition)
    {
        foreach (var (key, entry) in entries)
            if (condition(key, entry.Value))
                entries.TryRemove(key, out _);
    }
}
