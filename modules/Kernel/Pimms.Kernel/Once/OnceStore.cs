using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Pimms.Kernel;

/// <summary>The answers given under one-time keys; kept a day, long enough for any retry.</summary>
internal sealed class OnceStore([FromKeyedServices(ConnectionPools.Beside)] NpgsqlDataSource beside, TimeProvider clock)
{
    /// <summary>How long an answer may be on its way after what it answers was committed. After that its host is taken for dead.</summary>
    private static readonly TimeSpan Underway = TimeSpan.FromSeconds(5);

    /// <summary>What is known of the key; waits for an answer that is still being written.</summary>
    public async Task<OnceAnswer?> Settled(CurrentUser user, string key, CancellationToken ct)
    {
        while (true)
        {
            var found = await Find(user, key, ct);
            if (found is null or { Status: not null } || clock.GetUtcNow() - found.ClaimedAt > Underway)
                return found;
            await Task.Delay(TimeSpan.FromMilliseconds(100), ct);
        }
    }

    private async Task<OnceAnswer?> Find(CurrentUser user, string key, CancellationToken ct)
    {
        await using var batch = beside.AsWorker($"select fingerprint, status, location, content_type, etag, body, act, outcome, created_at from platform.once where user_id = {user.Id} and key = {key}");
        await using var row = await batch.Rows(ct);
        if (!await row.ReadAsync(ct))
            return null;
        return new((byte[])row[0], row[1] as int?, row[2] as string, row[3] as string, row[4] as string, row[5] as byte[]) { Act = row[6] as string, Outcome = row[7] as byte[], ClaimedAt = (DateTime)row[8] };
    }

    public async Task Keep(CurrentUser user, string key, OnceAnswer answer)
    {
        // Not cancelled with the request: it is done, and must be answered so.
        await using var batch = beside.AsWorker($"""
            update platform.once set status = {answer.Status}, location = {answer.Location}, content_type = {answer.ContentType}, etag = {answer.ETag}, body = {answer.Body}
            where user_id = {user.Id} and key = {key}
            """);
        await batch.ExecuteNonQueryAsync(CancellationToken.None);
    }
}

/// <summary>What was answered; without a status it is still under way, or the host died after doing it.</summary>
internal sealed record OnceAnswer(byte[] Fingerprint, int? Status, string? Location, string? ContentType, string? ETag, byte[]? Body)
{
    /// <summary>The use case that was done.</summary>
    public string? Act { get; init; }

    /// <summary>What it answered, protected.</summary>
    public byte[]? Outcome { get; init; }

    public DateTimeOffset ClaimedAt { get; init; }
}
