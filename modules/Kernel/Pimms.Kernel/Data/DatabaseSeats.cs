namespace Pimms.Kernel;

/// <summary>
/// As many places as the common pool has connections: who finds none waits here, in order and without a thread, and not in the pool, whose patience
/// is the short one of a connection that has to be made.
/// </summary>
public sealed class DatabaseSeats(int places) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly SemaphoreSlim free = new(Math.Max(1, places));

    /// <exception cref="DatabaseSilentException">None became free: more is asked than the database can do.</exception>
    internal async Task Take(CancellationToken ct)
    {
        if (!await free.WaitAsync(Patience, ct))
            throw new DatabaseSilentException("No connection became free.");
    }

    internal void Give() => free.Release();

    /// <inheritdoc/>
    public void Dispose() => free.Dispose();
}
