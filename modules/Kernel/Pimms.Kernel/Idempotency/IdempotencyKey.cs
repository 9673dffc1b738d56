using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;

namespace Pimms.Kernel;

/// <summary>
/// The idempotency key that a form or a program gave with what it asks. It is claimed in the transaction of the effects, and what was done is
/// recorded in the same one: a crash leaves all of it or nothing. Recorded are the use cases that were done and the ids that they made, never
/// an answer: whoever asks again is shown what the queries show then, under the rights of then. A transaction that changes nothing leaves the key free.
/// </summary>
public sealed class IdempotencyKey(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("idempotency");
    private readonly List<DoneUseCase> done = [];
    private readonly Dictionary<string, int> sent = [];
    private Guid userId;
    private int depth;
    private (string Name, int Ordinal) current;
    private bool isClaimed;
    private Func<string>? outcome;

    /// <summary>The key; null when none was given.</summary>
    internal string? Value { get; set; }

    /// <summary>What was asked under it, as a hash.</summary>
    internal byte[] Fingerprint { get; set; } = [];

    /// <summary>A page may do several things in one request, each in a transaction of its own; an endpoint does one.</summary>
    internal bool CoversSeveral { get; set; }

    /// <summary>Something was not done now, because it was done when it was first asked.</summary>
    internal bool IsReplay { get; private set; }

    /// <summary>The transaction that begins has to claim the key first.</summary>
    internal bool IsToClaim => Value is not null && !isClaimed && (done.Count == 0 || CoversSeveral);

    /// <summary>Begins again, behind what an earlier request did under the key.</summary>
    internal void Resume(EarlierRequest earlier)
    {
        done.Clear();
        done.AddRange(JsonSerializer.Deserialize<List<DoneUseCase>>(protector.Unprotect(earlier.Done!))!);
        sent.Clear();
    }

    /// <summary>A use case begins; what it answered, when an earlier request did it. One that another one sends is a part of that.</summary>
    internal string? Enter(string useCase)
    {
        if (depth++ > 0 || Value is null)
            return null;
        current = (useCase, sent.GetValueOrDefault(useCase));
        sent[useCase] = current.Ordinal + 1;
        var earlier = done.Find(one => (one.UseCase, one.Ordinal) == current)?.Outcome;
        IsReplay |= earlier is not null;
        return earlier;
    }

    internal void Leave() => depth--;

    internal async Task Claim(NpgsqlConnection connection, CurrentUser user, DateTimeOffset at, CancellationToken ct)
    {
        if (!IsToClaim)
            return;
        await using var command = new NpgsqlCommand(done.Count == 0
            ? "insert into platform.once (user_id, key, fingerprint, created_at) values ($1, $2, $3, $4) on conflict do nothing"
            : "update platform.once set created_at = $4 where user_id = $1 and key = $2 and fingerprint = $3 and steps = $5", connection);
        command.Parameters.AddWithValue(user.Id);
        command.Parameters.AddWithValue(Value!);
        command.Parameters.AddWithValue(Fingerprint);
        command.Parameters.AddWithValue(at.UtcDateTime);
        if (done.Count > 0)
            command.Parameters.AddWithValue(done.Count);
        // Blocks while another request with this key is under way, and finds what that one did when it commits.
        if (await command.ExecuteNonQueryAsync(ct) == 0)
            throw new IdempotencyKeyTakenException();
        (isClaimed, userId) = (true, user.Id);
    }

    /// <summary>What the use case answered, to be recorded when its transaction ends; null when that may not be kept.</summary>
    internal void Came(Func<string>? json) => outcome = depth == 1 ? json : outcome;

    /// <summary>The last thing that the transaction says of its key.</summary>
    internal void Settle(NpgsqlBatch last, bool changed)
    {
        if (!isClaimed)
            return;
        isClaimed = false;
        if (changed && outcome is not null)
        {
            done.Add(new(current.Name, current.Ordinal, outcome()));
            var command = new NpgsqlBatchCommand("update platform.once set steps = $3, done = $4 where user_id = $1 and key = $2");
            command.Parameters.AddWithValue(userId);
            command.Parameters.AddWithValue(Value!);
            command.Parameters.AddWithValue(done.Count);
            command.Parameters.AddWithValue(protector.Protect(JsonSerializer.SerializeToUtf8Bytes(done)));
            last.BatchCommands.Add(command);
        }
        else if (done.Count == 0)
        {
            var command = new NpgsqlBatchCommand("delete from platform.once where user_id = $1 and key = $2");
            command.Parameters.AddWithValue(userId);
            command.Parameters.AddWithValue(Value!);
            last.BatchCommands.Add(command);
        }
        outcome = null;
    }

    /// <summary>What was claimed did not last: it was refused and rolled back.</summary>
    internal void Release() => (isClaimed, outcome) = (false, null);

    /// <summary>One thing that was done under the key.</summary>
    /// <param name="UseCase">The request's full name.</param>
    /// <param name="Ordinal">The how manieth of that name the page or endpoint sent, from 0.</param>
    /// <param name="Outcome">What it answered: see <see cref="IOutcome{TSelf}.CanBeKept"/>.</param>
    private sealed record DoneUseCase(string UseCase, int Ordinal, string Outcome);
}

/// <summary>Another request with this key did what this one was about to do.</summary>
internal sealed class IdempotencyKeyTakenException : Exception;
