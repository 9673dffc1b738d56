using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Pimms.Kernel;

/// <summary>What was done under idempotency keys; kept a week, longer than anybody repeats a form or a call.</summary>
internal sealed class IdempotencyStore([FromKeyedServices(ConnectionPools.Beside)] NpgsqlDataSource beside)
{
    /// <summary>What is known of the key; null when nothing was done under it.</summary>
    public async Task<EarlierRequest?> Find(CurrentUser user, string key, CancellationToken ct)
    {
        await using var batch = beside.AsWorker($"select fingerprint, done from platform.once where user_id = {user.Id} and key = {key}");
        await using var row = await batch.Rows(ct);
        return await row.ReadAsync(ct) ? new((byte[])row[0], row[1] as byte[]) : null;
    }
}

/// <summary>An earlier request under a key.</summary>
/// <param name="Fingerprint">What was asked, as a hash.</param>
/// <param name="Done">What was done, protected; null for keys from before this was recorded.</param>
internal sealed record EarlierRequest(byte[] Fingerprint, byte[]? Done);
