using Npgsql;
using NpgsqlTypes;

namespace Pimms.Kernel;

/// <summary>The answers given under one-time keys; kept a day, long enough for any retry.</summary>
internal sealed class OnceStore(NpgsqlDataSource source, TimeProvider clock)
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
        await using var connection = await Open(ct);
        await using var command = new NpgsqlCommand("select fingerprint, status, location, content_type, etag, body, act, outcome, created_at from platform.once where user_id = $1 and key = $2", connection);
        command.Parameters.AddWithValue(user.Id);
        command.Parameters.AddWithValue(key);
        await using var row = await command.ExecuteReaderAsync(ct);
        if (!await row.ReadAsync(ct))
            return null;
        return new((byte[])row[0], row[1] as int?, row[2] as string, row[3] as string, row[4] as string, row[5] as byte[]) { Act = row[6] as string, Outcome = row[7] as byte[], ClaimedAt = (DateTime)row[8] };
    }

    public async Task Keep(CurrentUser user, string key, OnceAnswer answer)
    {
        // Not cancelled with the request: it is done, and must be answered so.
        await using var connection = await Open(CancellationToken.None);
        await using var command = new NpgsqlCommand(
            "update platform.once set status = $3, location = $4, content_type = $5, etag = $6, body = $7 where user_id = $1 and key = $2", connection);
        command.Parameters.AddWithValue(user.Id);
        command.Parameters.AddWithValue(key);
        command.Parameters.AddWithValue(answer.Status!);
        foreach (var text in (string?[])[answer.Location, answer.ContentType, answer.ETag])
            command.Parameters.AddWithValue(NpgsqlDbType.Text, (object?)text ?? DBNull.Value);
        command.Parameters.AddWithValue(answer.Body!);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    private async Task<NpgsqlConnection> Open(CancellationToken ct)
    {
        var connection = await source.OpenConnectionAsync(ct);
        // Reset when the connection goes back to the pool.
        await using var become = new NpgsqlCommand($"set role {DatabaseRoles.Worker}", connection);
        await become.ExecuteNonQueryAsync(ct);
        return connection;
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
