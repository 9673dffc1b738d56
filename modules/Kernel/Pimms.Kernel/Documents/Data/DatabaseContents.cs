using Npgsql;
using NpgsqlTypes;

namespace Pimms.Kernel;

/// <summary>
/// Contents in <c>platform.document_contents</c>, on the scope's connection and in its transaction. No request of a person may look into
/// that table: for each statement the transaction becomes background work, and then again what it was.
/// </summary>
internal sealed class DatabaseContents(DatabaseSession session, CurrentUser user, TimeProvider clock) : IContentStorage
{
    public async Task Keep(Guid id, string holder, byte[] encrypted, CancellationToken ct)
    {
        await using var batch = AsWorker(
            new NpgsqlBatchCommand("insert into platform.document_contents (id, holder, kept_at, content) values ($1, $2, $3, $4)")
            {
                Parameters = { new() { Value = id }, new() { Value = holder }, new() { Value = clock.GetUtcNow().UtcDateTime }, new() { Value = encrypted, NpgsqlDbType = NpgsqlDbType.Bytea } },
            });
        await batch.ExecuteNonQueryAsync(ct);
    }

    public async Task<byte[]> Read(Guid id, CancellationToken ct) => await Find(id, ct) ?? throw new InvalidOperationException($"There is no content {id} in the database.");

    /// <summary>Null when it lies elsewhere.</summary>
    public async Task<byte[]?> Find(Guid id, CancellationToken ct)
    {
        await using var batch = AsWorker(new NpgsqlBatchCommand("select content from platform.document_contents where id = $1 and content is not null") { Parameters = { new() { Value = id } } });
        return (await Values<byte[]>(batch, ct)).SingleOrDefault();
    }

    public async Task Delete(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        await using var batch = AsWorker(new NpgsqlBatchCommand("delete from platform.document_contents where id = any($1) and content is not null") { Parameters = { new() { Value = ids.ToArray() } } });
        await batch.ExecuteNonQueryAsync(ct);
    }

    public async Task<IReadOnlyList<Guid>> After(Guid id, string holder, DateTimeOffset keptBefore, CancellationToken ct)
    {
        await using var batch = AsWorker(new NpgsqlBatchCommand("select id from platform.document_contents where holder = $1 and id > $2 and kept_at < $3 order by id limit 500")
        {
            Parameters = { new() { Value = holder }, new() { Value = id }, new() { Value = keptBefore.UtcDateTime } },
        });
        return await Values<Guid>(batch, ct);
    }

    private NpgsqlBatch AsWorker(NpgsqlBatchCommand command)
    {
        var batch = new NpgsqlBatch(session.Connection);
        batch.BatchCommands.Add(Become(DatabaseRoles.Worker));
        batch.BatchCommands.Add(command);
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
