using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;
using NpgsqlTypes;

namespace Pimms.Kernel;

/// <summary>
/// The one-time key that a form or a program gave with what it asks. The key is claimed in the transaction of the effects, and what came of
/// them is recorded with it: a crash leaves all of it or nothing, and asking again is answered with what was answered first. A transaction
/// that changes nothing leaves the key free.
/// </summary>
public sealed class Once(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("once");
    private Stage stage;
    private Guid userId;
    private (string Act, Func<string> Json)? came;

    private enum Stage { Free, Claimed, Kept }

    internal string? Key { get; set; }

    internal byte[] Fingerprint { get; set; } = [];

    /// <summary>What was done under the key lasts.</summary>
    internal bool IsKept => stage == Stage.Kept;

    /// <summary>What came of it the first time, where the host died before it could answer: the answer is made from this, and nothing is done again.</summary>
    internal OnceOutcome? Recorded { get; set; }

    /// <summary>There is a key, and this request has not claimed it yet.</summary>
    internal bool IsToClaim => Key is not null && stage == Stage.Free && Recorded is null;

    internal async Task Claim(NpgsqlConnection connection, CurrentUser user, DateTimeOffset at, CancellationToken ct)
    {
        if (!IsToClaim)
            return;
        await using var command = new NpgsqlCommand("insert into platform.once (user_id, key, fingerprint, created_at) values ($1, $2, $3, $4) on conflict do nothing", connection);
        command.Parameters.AddWithValue(user.Id);
        command.Parameters.AddWithValue(Key!);
        command.Parameters.AddWithValue(Fingerprint);
        command.Parameters.AddWithValue(at.UtcDateTime);
        // Blocks while another request with this key is under way, and finds its row when that one commits.
        if (await command.ExecuteNonQueryAsync(ct) == 0)
            throw new OnceTakenException();
        (stage, userId) = (Stage.Claimed, user.Id);
    }

    /// <summary>What the use case answered; recorded when its transaction ends.</summary>
    internal void Came(string act, Func<string> json) => came = (act, json);

    /// <summary>The last thing that the transaction says of its key.</summary>
    internal void Settle(NpgsqlBatch last, bool changed)
    {
        if (stage != Stage.Claimed)
            return;
        var command = new NpgsqlBatchCommand(changed
            ? "update platform.once set act = $3, outcome = $4 where user_id = $1 and key = $2"
            : "delete from platform.once where user_id = $1 and key = $2");
        command.Parameters.AddWithValue(userId);
        command.Parameters.AddWithValue(Key!);
        if (changed)
        {
            command.Parameters.AddWithValue(NpgsqlDbType.Text, (object?)came?.Act ?? DBNull.Value);
            command.Parameters.AddWithValue(NpgsqlDbType.Bytea, came is { } what ? protector.Protect(Encoding.UTF8.GetBytes(what.Json())) : DBNull.Value);
        }
        last.BatchCommands.Add(command);
        stage = changed ? Stage.Kept : Stage.Free;
    }

    /// <summary>What was recorded for this use case; given out once.</summary>
    internal string? TakeRecorded(string act)
    {
        if (Recorded is not { } recorded || recorded.Act != act)
            return null;
        (Recorded, stage) = (null, Stage.Kept);
        return recorded.Json;
    }

    /// <summary>What was claimed did not last: it was refused and rolled back.</summary>
    internal void Release()
    {
        came = null;
        if (stage == Stage.Claimed)
            stage = Stage.Free;
    }
}

/// <summary>A use case's name and what it answered, as JSON.</summary>
internal sealed record OnceOutcome(string Act, string Json);

internal sealed class OnceTakenException : Exception;
