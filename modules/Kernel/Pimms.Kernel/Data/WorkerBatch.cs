using Npgsql;

namespace Pimms.Kernel;

/// <summary>One statement of background work outside a scope's transaction, in one round trip: a batch is one transaction, so the role ends with it. On <see cref="ConnectionPools.Beside"/>, since the scope may hold a connection.</summary>
internal static class WorkerBatch
{
    public static NpgsqlBatch AsWorker(this NpgsqlDataSource source, Sql statement)
    {
        var batch = source.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand($"select set_config('role', '{DatabaseRoles.Worker}', true)"));
        batch.BatchCommands.Add(statement.ToCommand());
        return batch;
    }

    /// <summary>The statement's rows.</summary>
    public static async Task<NpgsqlDataReader> Rows(this NpgsqlBatch batch, CancellationToken ct)
    {
        var rows = await batch.ExecuteReaderAsync(ct);
        try
        {
            await rows.NextResultAsync(ct);
            return rows;
        }
        catch
        {
            // The statement failed: its connection goes back, or a few such would leave none for anybody.
            await rows.DisposeAsync();
            throw;
        }
    }
}
