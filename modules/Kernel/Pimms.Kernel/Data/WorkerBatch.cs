using Npgsql;

namespace Pimms.Kernel;

/// <summary>One statement of background work outside a scope's transaction, on <see cref="ConnectionPools.Beside"/>, since the scope may hold a connection.</summary>
internal static class WorkerBatch
{
    /// <param name="source">The connections.</param>
    /// <param name="statement">One that does the same when it is done a second time.</param>
    public static WorkerStatement AsWorker(this NpgsqlDataSource source, Sql statement) => new(source, statement);
}

/// <summary>
/// In one round trip: a batch is one transaction, so the role ends with it. When the connection had died in the pool it is asked again, on a new one.
/// </summary>
internal sealed class WorkerStatement(NpgsqlDataSource source, Sql statement) : IAsyncDisposable, IDisposable
{
    private NpgsqlBatch? batch;

    public async Task<int> ExecuteNonQueryAsync(CancellationToken ct)
    {
        try
        {
            return await Fresh().ExecuteNonQueryAsync(ct);
        }
        catch (NpgsqlException failure) when (DatabaseOutage.IsDeadConnection(failure))
        {
            return await Fresh().ExecuteNonQueryAsync(ct);
        }
    }

    /// <summary>The statement's rows.</summary>
    public async Task<NpgsqlDataReader> Rows(CancellationToken ct)
    {
        try
        {
            return await Read(ct);
        }
        catch (NpgsqlException failure) when (DatabaseOutage.IsDeadConnection(failure))
        {
            return await Read(ct);
        }
    }

    /// <summary>The same for an interface that cannot wait otherwise.</summary>
    public T Read<T>(Func<NpgsqlDataReader, T> read)
    {
        try
        {
            return ReadOnce(read);
        }
        catch (NpgsqlException failure) when (DatabaseOutage.IsDeadConnection(failure))
        {
            return ReadOnce(read);
        }
    }

    private T ReadOnce<T>(Func<NpgsqlDataReader, T> read)
    {
        using var rows = Fresh().ExecuteReader();
        rows.NextResult();
        return read(rows);
    }

    private async Task<NpgsqlDataReader> Read(CancellationToken ct)
    {
        var rows = await Fresh().ExecuteReaderAsync(ct);
        try
        {
            await rows.NextResultAsync(ct);
            return rows;
        }
        catch
        {
            await rows.DisposeAsync();
            throw;
        }
    }

    private NpgsqlBatch Fresh()
    {
        batch?.Dispose();
        batch = source.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand($"select set_config('role', '{DatabaseRoles.Worker}', true)"));
        batch.BatchCommands.Add(statement.ToCommand());
        return batch;
    }

    public ValueTask DisposeAsync() => batch?.DisposeAsync() ?? ValueTask.CompletedTask;

    public void Dispose() => batch?.Dispose();
}
