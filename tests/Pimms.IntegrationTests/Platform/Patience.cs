using System.Diagnostics;

namespace Pimms.IntegrationTests;

/// <summary>Waits for what the platform does after it has answered.</summary>
internal static class Patience
{
    /// <summary>Until it is so; fails when it has not come to pass.</summary>
    public static async Task Until(Func<Task<bool>> holds, int seconds = 10)
    {
        var waiting = Stopwatch.StartNew();
        while (!await holds())
        {
            Assert.True(waiting.Elapsed < TimeSpan.FromSeconds(seconds), $"It did not come to pass within {seconds} seconds.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <inheritdoc cref="Until(Func{Task{bool}}, int)"/>
    public static Task Until(Func<bool> holds) => Until(() => Task.FromResult(holds()));
}
