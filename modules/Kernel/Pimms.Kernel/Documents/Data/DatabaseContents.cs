using Npgsql;

namespace Pimms.Kernel;

/// <summary>
/// Contents in <c>platform.document_contents</c>, on the scope's connection and in its transaction. No request of a person may look into
/// that table: for each statement the transaction becomes background work, and then again what it was.
/// </summary>
internal sealed class DatabaseContents(DatabaseSession session, CurrentUser user, TimeProvider clock) : IContentStorage
{
    public async Task Keep(Guid id, string holder, byte[] encrypted, CancellationToken ct)
    {
        await using var batch = await AsWorker($"insert into platform.document_contents (id, holder, kept_at, content) values ({id}, {holder}, {clock.GetUtcNow()}, {encrypted})", ct);
        await batch.ExecuteNonQueryAsync(ct);
    }

    public async Task<byte[]> Read(Guid id, CancellationToken ct) => await Find(id, ct) ?? throw new InvalidOperationException($"There is no content {id} in the database.");

    /// <summary>Null when it lies elsewhere.</summary>
    public async Task<byte[]?> Find(Guid id, CancellationToken ct)
    {
        await using var batch = await AsWorker($"select content from platform.document_contents where id = {id} and content is not null", ct);
        return (await Values<byte[]>(batch, ct)).SingleOrDefault();
    }

    public async Task Delete(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        await using var batch = await AsWorker($"delete from platform.document_contents where id = any({ids.ToArray()}) and content is not null", ct);
        await batch.ExecuteNonQueryAsync(ct);
    }

    public async Task<IReadOnlyList<Guid>> After(Guid id, string holder, DateTimeOffset keptBefore, CancellationToken ct)
    {
        await using var batch = await AsWorker($"select id from platform.document_contents where holder = {holder} and id > {id} and kept_at < {keptBefore} order by id limit 500", ct);
        return await Values<Guid>(batch, ct);
    }

    private async Task<NpgsqlBatch> AsWorker(Sql statement, CancellationToken ct)
    {
        var batch = (await session.Start(ct)).CreateBatch();
        batch.BatchCommands.Add(Become(DatabaseRoles.Worker));
        batch.BatchCommands.Add(statement.ToCommand());
        batch.BatchCommands.Add(Become(user.Side == Side.System ? DatabaseRoles.Worker : DatabaseRoles.Application));
        return batch;
    }

    private static NpgsqlBatchCommand Become(string role) => new($"set local role {role}");

    private static async Task<List<T>> Values<T>(NpgsqlBatch batch, CancellationToken ct)
    {
        await using var rows = await batch.ExecuteReaderAsync(ct);
        var values = new List<T>();
        do
        {
            while (await rows.ReadAsync(ct))
                values.Add(await rows.GetFieldValueAsync<T>(0, ct));
        }
        while (await rows.NextResultAsync(ct));
        return values;
    }
}
