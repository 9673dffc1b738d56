using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Pimms.Kernel;

/// <summary>
/// Contents in S3-compatible storage, which knows no transactions: a row says first that there will be an object, and goes last. What a
/// transaction that was rolled back left there is found by its row, and tidied up. What lay in the database before stays readable.
/// </summary>
internal sealed class S3Contents(DatabaseContents database, DatabaseSession session, [FromKeyedServices(ConnectionPools.Beside)] NpgsqlDataSource beside, S3Bucket bucket, TimeProvider clock, ILogger<S3Contents> logger) : IContentStorage
{
    public async Task Keep(Guid id, string holder, byte[] encrypted, CancellationToken ct)
    {
        await OnItsOwn($"insert into platform.document_contents (id, holder, kept_at) values ({id}, {holder}, {clock.GetUtcNow()})", ct);
        await bucket.Put(id, encrypted, ct);
    }

    public async Task<byte[]> Read(Guid id, CancellationToken ct) => await database.Find(id, ct) ?? await bucket.Get(id, ct);

    public async Task Delete(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        await database.Delete(ids, ct);
        // Only what was deleted for good may go; what cannot be reached now is tidied up later.
        session.AfterCommit(() => _ = DeleteObjects(ids));
    }

    public Task<IReadOnlyList<Guid>> After(Guid id, string holder, DateTimeOffset keptBefore, CancellationToken ct) => database.After(id, holder, keptBefore, ct);

    private async Task DeleteObjects(IReadOnlyCollection<Guid> ids)
    {
        try
        {
            foreach (var id in ids)
            {
                await bucket.Delete(id, CancellationToken.None);
                await OnItsOwn($"delete from platform.document_contents where id = {id}", CancellationToken.None);
            }
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            logger.LogWarning(failure, "A content could not be deleted yet; it is tried again");
        }
    }

    /// <summary>Outside the scope's transaction: it must last whatever becomes of that.</summary>
    private async Task OnItsOwn(Sql statement, CancellationToken ct)
    {
        await using var batch = beside.AsWorker(statement);
        await batch.ExecuteNonQueryAsync(ct);
    }
}
