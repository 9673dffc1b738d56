namespace Pimms.Kernel;

/// <summary>A transaction under way: commit it, or it is rolled back when disposed.</summary>
public sealed class DatabaseWork(DatabaseSession session, bool outermost) : IAsyncDisposable
{
    private bool committed;

    /// <summary>Makes it last, journal included. A joined transaction is left to the one that started it.</summary>
    public async Task Commit(CancellationToken ct)
    {
        committed = true;
        if (outermost)
            await session.Commit(ct);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (outermost && !committed)
            await session.Rollback();
    }
}
