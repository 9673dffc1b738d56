using Npgsql;
using NpgsqlTypes;

namespace Pimms.Kernel;

/// <summary>The answers given under one-time keys; kept a day, long enough for any retry.</summary>
internal sealed class OnceStore(NpgsqlDataSource source)
{
    public async Task<OnceAnswer?> Find(CurrentUser user, string key, CancellationToken ct)
    {
        await using var connection = await Open(ct);
        await using var command = new NpgsqlCommand("select fingerprint, status, location, content_type, etag, body from platform.once where user_id = $1 and key = $2", connection);
        command.Parameters.AddWithValue(user.Id);
        command.Parameters.AddWithValue(key);
        await using var row = await command.ExecuteReaderAsync(ct);
        if (!await row.ReadAsync(ct))
            return null;
        return new((byte[])row[0], row[1] as int?, row[2] as string, row[3] as string, row[4] as string, row[5] as byte[]);
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
internal sealed record OnceAnswer(byte[] Fingerprint, int? Status, string? Location, string? ContentType, string? ETag, byte[]? Body);
