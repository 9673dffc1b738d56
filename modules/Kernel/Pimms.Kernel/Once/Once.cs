using Npgsql;

namespace Pimms.Kernel;

/// <summary>
/// The one-time key that a form or a program gave with what it asks. The key is claimed in the transaction of the effects: a crash leaves
/// either both or none, and asking again is answered with what was answered first.
/// </summary>
public sealed class Once
{
    private bool claimed;

    internal string? Key { get; set; }

    internal byte[] Fingerprint { get; set; } = [];

    internal async Task Claim(NpgsqlConnection connection, CurrentUser user, DateTimeOffset at, CancellationToken ct)
    {
        if (Key is null || claimed)
            return;
        await using var command = new NpgsqlCommand("insert into platform.once (user_id, key, fingerprint, created_at) values ($1, $2, $3, $4) on conflict do nothing", connection);
        command.Parameters.AddWithValue(user.Id);
        command.Parameters.AddWithValue(Key);
        command.Parameters.AddWithValue(Fingerprint);
        command.Parameters.AddWithValue(at.UtcDateTime);
        // Blocks while another request with this key is under way, and finds its row when that one commits.
        if (await command.ExecuteNonQueryAsync(ct) == 0)
            throw new OnceTakenException();
        claimed = true;
    }

    /// <summary>What was claimed did not last: it was refused and rolled back.</summary>
    internal void Release() => claimed = false;

    internal bool IsClaimed => claimed;
}

internal sealed class OnceTakenException : Exception;
