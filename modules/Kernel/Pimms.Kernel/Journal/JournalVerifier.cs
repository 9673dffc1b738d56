using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Pimms.Kernel;

/// <summary>Recomputes every chain of the journal from the rows themselves.</summary>
public static class JournalVerifier
{
    /// <summary>Reads the whole journal and says what does not fit.</summary>
    /// <param name="connection">Open, with the right to read the journal.</param>
    /// <param name="ct">Cancels the reading.</param>
    /// <returns>How many entries stand in how many chains, and one finding per place that was altered, removed or moved.</returns>
    public static async Task<JournalFindings> Verify(NpgsqlConnection connection, CancellationToken ct)
    {
        var heads = await Heads(connection, ct);
        var (findings, ends, count) = (new List<string>(), new Dictionary<string, (long Seq, byte[] Hash)>(), 0L);

        await using var command = new NpgsqlCommand(
            "select chain, seq, (extract(epoch from at) * 1000000)::bigint, user_id, act, kind, array_to_string(subjects, ','), is_change::int, source, hash from journal.entries order by chain, seq", connection);
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
        {
            count++;
            var (chain, seq, hash) = (rows.GetString(0), rows.GetInt64(1), (byte[])rows[9]);
            var (lastSeq, lastHash) = ends.GetValueOrDefault(chain, (0, []));
            if (seq == lastSeq + 2)
                findings.Add($"{chain}: entry {lastSeq + 1} is missing");
            else if (seq != lastSeq + 1)
                findings.Add($"{chain}: entries {lastSeq + 1} to {seq - 1} are missing");
            else if (!Hash(lastHash, rows).AsSpan().SequenceEqual(hash))
                findings.Add($"{chain}: entry {seq} was altered, or does not follow entry {lastSeq}");
            ends[chain] = (seq, hash);
        }

        foreach (var (chain, head) in heads)
        {
            var end = ends.GetValueOrDefault(chain, (0, []));
            if (head.Seq > end.Seq)
                findings.Add($"{chain}: entries {end.Seq + 1} to {head.Seq} are missing at the end");
            else if (head.Seq != end.Seq || !head.Hash.AsSpan().SequenceEqual(end.Hash))
                findings.Add($"{chain}: the chain's end does not match its head");
        }
        findings.AddRange(ends.Keys.Except(heads.Keys).Select(chain => $"{chain}: the chain has no head"));
        return new(count, ends.Count, findings);
    }

    private static byte[] Hash(byte[] previous, NpgsqlDataReader row)
    {
        var parts = Enumerable.Range(0, 9).Select(column => Convert.ToString(row[column], System.Globalization.CultureInfo.InvariantCulture));
        return SHA256.HashData([.. previous, .. Encoding.UTF8.GetBytes(string.Join('\u001f', parts))]);
    }

    private static async Task<Dictionary<string, (long Seq, byte[] Hash)>> Heads(NpgsqlConnection connection, CancellationToken ct)
    {
        var heads = new Dictionary<string, (long, byte[])>();
        await using var command = new NpgsqlCommand("select chain, seq, hash from journal.heads order by chain", connection);
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
            heads[rows.GetString(0)] = (rows.GetInt64(1), (byte[])rows[2]);
        return heads;
    }
}

/// <summary>What a verification found.</summary>
/// <param name="Entries">How many entries were read.</param>
/// <param name="Chains">In how many chains.</param>
/// <param name="Findings">Empty when every chain holds.</param>
public sealed record JournalFindings(long Entries, int Chains, IReadOnlyList<string> Findings);
