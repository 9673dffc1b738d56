using Npgsql;

namespace Pimms.Kernel;

/// <summary>One statement of background work outside a scope's transaction, in one round trip: a batch is one transaction, so the role ends with it.</summary>
internal static class WorkerBatch
{
    public static NpgsqlBatch AsWorker(this NpgsqlDataSource source, string sql, object[] values)
    {
        var batch = source.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand($"select set_config('role', '{DatabaseRoles.Worker}', true)"));
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.AddWithValue(value);
        batch.BatchCommands.Add(command);
        return batch;
    }
}
