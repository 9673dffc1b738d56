using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Pimms.Kernel;

/// <summary>How the outboxes stand, for the health page; and what went wrong with a message, for whoever looks at it.</summary>
public sealed class OutboxState([FromKeyedServices(ConnectionPools.Beside)] NpgsqlDataSource beside, IEnumerable<ModuleSchema> schemas)
{
    /// <summary>How many messages wait for their reactions, and how many were given up.</summary>
    public async Task<(long Waiting, long Dead)> Count(CancellationToken ct)
    {
        var outboxes = string.Join(" union all ", schemas.Select(schema => $"select dead_at from {schema.Name}.outbox where settled_at is null"));
        await using var batch = beside.AsWorker(
            $"select count(*) filter (where dead_at is null), count(*) filter (where dead_at is not null) from ({Sql.Words(outboxes)}) open");
        await using var row = await batch.Rows(ct);
        await row.ReadAsync(ct);
        return (row.GetInt64(0), row.GetInt64(1));
    }

    /// <summary>Keeps with a message what went wrong in a reaction to it, whatever becomes of the reaction's own transaction.</summary>
    internal async Task Failed(Guid message, string error, CancellationToken ct)
    {
        await using var connection = await beside.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new($"set local role {DatabaseRoles.Worker}"));
        foreach (var schema in schemas)
            batch.BatchCommands.Add(new($"update {schema.Name}.outbox set error = $1 where id = $2") { Parameters = { new() { Value = error }, new() { Value = message } } });
        await batch.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
