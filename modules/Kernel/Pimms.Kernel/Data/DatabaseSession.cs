using Npgsql;

namespace Pimms.Kernel;

/// <summary>
/// One connection and one transaction, shared by all modules within a scope. Row-level security is told who asks when the transaction
/// starts, by settings that end with it: settings of the session itself would leak to the next user of a pooled connection.
/// </summary>
public sealed partial class DatabaseSession(
    NpgsqlDataSource source, DatabaseSeats seats, Journal journal, JournalWriter journalWriter, IdempotencyKey idempotency, TimeProvider clock) : IAsyncDisposable
{
    private CurrentUser? begunFor;
    private NpgsqlTransaction? transaction;
    private string role = DatabaseRoles.Application;
    private bool held;
    private bool seated;
    private bool wakesDispatcher;
    private bool hasChanged;
    private bool hasAsked;
    private Action? afterCommit;

    /// <summary>The scope's connection. Whoever asks it without a module's context lets it <see cref="Start"/> first.</summary>
    internal NpgsqlConnection Connection { get; } = source.CreateConnection();

    /// <summary>Begins work for a user, or joins what runs: only the outermost commits. The database hears of it when it is first asked something.</summary>
    /// <param name="user">Whom the database is told; people become the application role, background work the worker role.</param>
    /// <param name="ct">Cancels the start.</param>
    public async Task<DatabaseWork> Begin(CurrentUser user, CancellationToken ct)
    {
        if (begunFor is not null)
            return new DatabaseWork(this, outermost: false);

        if (Connection.State != System.Data.ConnectionState.Open)
            await Open(ct);
        begunFor = user;
        // The key is claimed before anything is looked at, or a repeat would be refused for what the first one did.
        if (idempotency.IsToClaim)
            await StartOrGiveUp(ct);
        return new DatabaseWork(this, outermost: !held);
    }

    /// <summary>Who finds the key taken waits for the first one's answer, and must not hold the connection that the first one needs for it.</summary>
    private async Task StartOrGiveUp(CancellationToken ct)
    {
        try
        {
            await Start(ct);
        }
        catch
        {
            await Rollback();
            throw;
        }
    }

    /// <summary>Starts the transaction, unless it runs, and tells the database who asks.</summary>
    /// <returns>The connection, to ask something that no module's context asks.</returns>
    /// <exception cref="InvalidOperationException">Nothing was begun.</exception>
    public async Task<NpgsqlConnection> Start(CancellationToken ct)
    {
        if (transaction is not null)
            return Connection;
        var user = begunFor ?? throw new InvalidOperationException("Nobody has begun anything in this scope.");
        try
        {
            await StartFor(user, ct);
        }
        catch (NpgsqlException failure) when (DatabaseOutage.IsDeadConnection(failure))
        {
            // Nothing was asked yet.
            await OpenAnew(ct);
            await StartFor(user, ct);
        }
        await idempotency.Claim(Connection, user, clock.GetUtcNow(), ct);
        return Connection;
    }

    /// <summary>Keeps what is begun from now on open until <see cref="Complete"/>: a page that only reads does so in one transaction.</summary>
    internal void Hold() => held = true;

    /// <summary>Ends what <see cref="Hold"/> kept open; nothing, when nothing was begun.</summary>
    internal Task Complete(CancellationToken ct)
    {
        held = false;
        return begunFor is null ? Task.CompletedTask : Commit(ct);
    }

    /// <summary>Tells the database that the rest of the transaction is somebody else's: for what a person may set off and may not see the end of. The journal still names the person.</summary>
    public async Task Tell(CurrentUser user, CancellationToken ct)
    {
        await Start(ct);
        await Say(user, ct);
    }

    private async Task Say(CurrentUser user, CancellationToken ct)
    {
        role = WhoAsks.Role(user);
        await using var batch = Connection.CreateBatch();
        batch.BatchCommands.Add(WhoAsks.Tell(user));
        await batch.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Does something in memory once this transaction has been committed, and never when it is rolled back: for what remembers rows.</summary>
    public void AfterCommit(Action then) => afterCommit += then;

    /// <summary>The dispatcher is woken when this transaction commits.</summary>
    internal void WakeDispatcher() => wakesDispatcher = true;

    /// <summary>Rows were written in this transaction: what it was asked with a one-time key, it has done.</summary>
    internal void NoteChange() => hasChanged = true;

    internal async Task Commit(CancellationToken ct)
    {
        var entries = journal.TakeAll();
        var changed = entries.Any(entry => entry.IsChange);
        if (changed || wakesDispatcher)
            await Start(ct);
        if (transaction is not null)
        {
            await using (var last = new NpgsqlBatch(Connection))
            {
                if (changed)
                    JournalWriter.Append(last, entries);
                idempotency.Settle(last, hasChanged);
                if (wakesDispatcher)
                    last.BatchCommands.Add(new NpgsqlBatchCommand("select pg_notify('pimms_outbox', '')"));
                if (last.BatchCommands.Count > 0)
                    await last.ExecuteNonQueryAsync(ct);
            }
            await transaction.CommitAsync(ct);
            await transaction.DisposeAsync();
            transaction = null;
        }
        var then = afterCommit;
        // Answers that were asked for and came whole left nothing behind.
        hasAsked = false;
        await End();
        then?.Invoke();

        // What was only read is journaled beside other readers' entries, and still before anything of it leaves the host.
        if (!changed && entries.Count > 0)
            await journalWriter.Write(entries, ct);
    }

    internal async Task Rollback()
    {
        held = false;
        journal.TakeAll();
        idempotency.Release();
        await End();
    }

    private async Task End()
    {
        var (left, asked) = (transaction, hasAsked);
        (transaction, begunFor) = (null, null);
        (wakesDispatcher, hasChanged, hasAsked) = (false, false, false);
        afterCommit = null;
        await LeaveNothing(left, asked);
        // Back to the pool at once: of those who keep one while they ask for another, each waits for all.
        await Close();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await End();
        await Connection.DisposeAsync();
    }
}
