using System.Diagnostics;

namespace Pimms.Benchmarks;

/// <summary>Asks as fast as it is answered, some at a time, and keeps how long each answer took.</summary>
internal static class Load
{
    private const int AtOnce = 8;

    public static async Task<Figures> Drive(TimeSpan duration, Func<Task> ask)
    {
        var watch = Stopwatch.StartNew();
        var workers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(async () =>
        {
            var taken = new List<double>();
            while (watch.Elapsed < duration)
            {
                var start = watch.Elapsed;
                await ask();
                taken.Add((watch.Elapsed - start).TotalMilliseconds);
            }
            return taken;
        })));
        return Figures.Of([.. workers.SelectMany(taken => taken)], watch.Elapsed.TotalSeconds);
    }

    /// <summary>Asks a list once, some at a time.</summary>
    public static async Task<Figures> DriveEach<T>(IReadOnlyCollection<T> items, Func<T, Task> ask)
    {
        var left = new System.Collections.Concurrent.ConcurrentQueue<T>(items);
        var taken = new System.Collections.Concurrent.ConcurrentBag<double>();
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(async () =>
        {
            while (left.TryDequeue(out var item))
            {
                var start = watch.Elapsed;
                await ask(item);
                taken.Add((watch.Elapsed - start).TotalMilliseconds);
            }
        })));
        return Figures.Of([.. taken], watch.Elapsed.TotalSeconds);
    }
}

/// <param name="PerSecond">Answers a second.</param>
/// <param name="Median">Milliseconds.</param>
/// <param name="P95">Milliseconds.</param>
internal sealed record Figures(double PerSecond, double Median, double P95)
{
    /// <param name="taken">How long each answer took, in milliseconds.</param>
    /// <param name="seconds">How long all of them took together.</param>
    public static Figures Of(List<double> taken, double seconds)
    {
        taken.Sort();
        return new(taken.Count / seconds, taken[taken.Count / 2], taken[(int)(taken.Count * 0.95)]);
    }
}
