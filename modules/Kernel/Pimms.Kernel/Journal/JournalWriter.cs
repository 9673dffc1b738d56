using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Pimms.Kernel;

/// <summary>
/// Writes the entries of reads, many readers' at a time: a chain has one head, and taking it once per page would make it the narrowest
/// place of the house. A reader waits until its own entry is on disk.
/// </summary>
public sealed class JournalWriter([FromKeyedServices(ConnectionPools.Journal)] NpgsqlDataSource own, IServiceProvider services) : IAsyncDisposable
{
    private readonly Channel<Waiting> queue = Channel.CreateUnbounded<Waiting>(new() { SingleReader = true });
    private Task? loop;
    private readonly Lock starting = new();

    /// <summary>The writing is not cancelled: whoever asked has gone or not, what was read for them was read. The waiting is, and then nothing is shown.</summary>
    internal async Task Write(IReadOnlyList<JournalEntry> entries, CancellationToken ct)
    {
        lock (starting)
            loop ??= Task.Run(WriteBatches, CancellationToken.None);
        var waiting = new Waiting(entries, new(TaskCreationOptions.RunContinuationsAsynchronously));
        await queue.Writer.WriteAsync(waiting, CancellationToken.None);
        await waiting.Written.Task.WaitAsync(ct);
        services.GetRequiredService<BulkReading>().Note(entries);
    }

    /// <summary>Appends to the chains within the batch's transaction, in the order of their names so that two writers never wait for each other in a circle.</summary>
    internal static void Append(NpgsqlBatch batch, IEnumerable<JournalEntry> entries)
    {
        foreach (var chain in entries.GroupBy(entry => entry.Chain).OrderBy(chain => chain.Key, StringComparer.Ordinal))
        {
            var rows = chain.ToList();
            var command = new NpgsqlBatchCommand("select journal.append($1, $2, $3, $4, $5, $6, $7, $8)");
            command.Parameters.AddWithValue(chain.Key);
            command.Parameters.AddWithValue(rows.ConvertAll(row => row.At.UtcDateTime));
            command.Parameters.AddWithValue(rows.ConvertAll(row => row.UserId));
            command.Parameters.AddWithValue(rows.ConvertAll(row => row.Act));
            command.Parameters.AddWithValue(rows.ConvertAll(row => row.Kind));
            command.Parameters.AddWithValue(rows.ConvertAll(row => string.Join(',', row.Subjects)));
            command.Parameters.AddWithValue(rows.ConvertAll(row => row.IsChange));
            command.Parameters.AddWithValue(rows.ConvertAll(row => row.Source));
            batch.BatchCommands.Add(command);
        }
    }

    private async Task WriteBatches()
    {
        while (await queue.Reader.WaitToReadAsync())
        {
            // Behind whoever stands in the host's queue already: the more readers come along, the less each costs.
            await Task.Yield();
            var batch = new List<Waiting>();
            while (batch.Count < 500 && queue.Reader.TryRead(out var waiting))
                batch.Add(waiting);
            // Whatever becomes of it, those who wait are told and the next are served.
            var writing = WriteBatch([.. batch.SelectMany(waiting => waiting.Entries)]);
            await Task.WhenAny(writing);
            batch.ForEach(waiting => waiting.Written.TrySetFromTask(writing));
        }
    }

    private async Task WriteBatch(IReadOnlyList<JournalEntry> entries)
    {
        try
        {
            await Append(entries);
        }
        catch (NpgsqlException failure) when (DatabaseOutage.IsDeadConnection(failure))
        {
            // It died in the pool. Had it died after the writing instead, a reading would stand there twice: that misleads nobody, one that is missing would.
            await Append(entries);
        }
    }

    private async Task Append(IReadOnlyList<JournalEntry> entries)
    {
        // One round trip: a batch is one transaction, so the role ends with it.
        await using var batch = own.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand($"select set_config('role', '{DatabaseRoles.Application}', true)"));
        Append(batch, entries);
        await batch.ExecuteNonQueryAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        if (loop is not null)
            await loop;
    }

    private sealed record Waiting(IReadOnlyList<JournalEntry> Entries, TaskCompletionSource Written);
}
