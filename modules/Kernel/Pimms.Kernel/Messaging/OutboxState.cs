using Npgsql;

namespace Pimms.Kernel;

/// <summary>How the outboxes stand, for the health page.</summary>
public sealed class OutboxState(NpgsqlDataSource source, IEnumerable<ModuleSchema> schemas)
{
    /// <summary>How many messages wait for their reactions, and how many were given up.</summary>
    public async Task<(long Waiting, long Dead)> Count(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var outboxes = string.Join(" union all ", schemas.Select(schema => $"select dead_at from {schema.Name}.outbox where settled_at is null"));
        await using var command = new NpgsqlCommand(
            $"set local role {DatabaseRoles.Worker}; select count(*) filter (where dead_at is null), count(*) filter (where dead_at is not null) from ({outboxes}) open", connection);
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        return (row.GetInt64(0), row.GetInt64(1));
    }
}
