using System.Diagnostics;

namespace Pimms.IntegrationTests;

/// <summary>Waits for what the platform does after it has answered.</summary>
internal static class Patience
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(30);

    /// <summary>Until it is so; fails when it has not come to pass within half a minute.</summary>
    public static async Task Until(Func<Task<bool>> holds)
    {
        var waiting = Stopwatch.StartNew();
        while (!await holds())
        {
            Assert.True(waiting.Elapsed < Most, $"It did not come to pass within {Most.TotalSeconds:0} seconds.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <inheritdoc cref="Until(Func{Task{bool}})"/>
    public static Task Until(Func<bool> holds) => Until(() => Task.FromResult(holds()));
}
