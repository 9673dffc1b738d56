using Npgsql;

namespace Pimms.Kernel;

/// <summary>
/// One connection and one transaction, shared by all modules within a scope. Row-level security is told who asks when the transaction
/// starts, by settings that end with it: settings of the session itself would leak to the next user of a pooled connection.
/// </summary>
public sealed class DatabaseSession(NpgsqlDataSource source, Journal journal, JournalWriter journalWriter, Once once, TimeProvider clock) : IAsyncDisposable
{
    private NpgsqlTransaction? transaction;
    private bool held;
    private bool wakesDispatcher;
    private bool hasChanged;
    private Action? afterCommit;

    /// <summary>The scope's connection; closed until <see cref="Begin"/>.</summary>
    public NpgsqlConnection Connection { get; } = source.CreateConnection();

    /// <summary>Starts the scope's transaction for a user, or joins the one that runs: only the outermost commits.</summary>
    /// <param name="user">Whom the database is told; people become the application role, background work the worker role.</param>
    /// <param name="ct">Cancels the start.</param>
    public async Task<DatabaseWork> Begin(CurrentUser user, CancellationToken ct)
    {
        if (transaction is not null)
            return new DatabaseWork(this, outermost: false);

        if (Connection.State != System.Data.ConnectionState.Open)
            await Connection.OpenAsync(ct);
        transaction = await Connection.BeginTransactionAsync(ct);
        await Tell(user, ct);
        await once.Claim(Connection, user, clock.GetUtcNow(), ct);
        return new DatabaseWork(this, outermost: !held);
    }

    /// <summary>Keeps what is begun from now on open until <see cref="Complete"/>: a page that only reads does so in one transaction.</summary>
    internal void Hold() => held = true;

    /// <summary>Ends what <see cref="Hold"/> kept open; nothing, when nothing was begun.</summary>
    internal Task Complete(CancellationToken ct)
    {
        held = false;
        return transaction is null ? Task.CompletedTask : Commit(ct);
    }

    /// <summary>Tells the database that the rest of the transaction is somebody else's: for what a person may set off and may not see the end of. The journal still names the person.</summary>
    public async Task Tell(CurrentUser user, CancellationToken ct)
    {
        // The last one: statements are prepared and ask by id or by scope, so one plan serves any value. Left to itself PostgreSQL plans
        // each anew, since what the policies let through is a guess either way, and that takes longer than reading the rows.
        await using var command = new NpgsqlCommand(
            """
            select set_config('role', $1, true), set_config('pimms.side', $2, true), set_config('pimms.user_id', $3, true), set_config('pimms.role', $4, true),
                   set_config('pimms.site_ids', $5, true), set_config('pimms.partner_id', $6, true), set_config('pimms.unit_ids', $7, true),
                   set_config('plan_cache_mode', 'force_generic_plan', true)
            """, Connection);
        string[] values =
        [
            user.Side == Side.System ? DatabaseRoles.Worker : DatabaseRoles.Application,
            user.Side.ToString(), user.Id.ToString(), user.Role?.ToString() ?? "",
            string.Join(',', user.SiteIds), user.PartnerId?.ToString() ?? "", string.Join(',', user.UnitIds),
        ];
        foreach (var value in values)
            command.Parameters.AddWithValue(value);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Looks with an administrator's eyes for the length of a query: all rows that may be overseen, no content. See <see cref="RowSecurity.LetOversee"/>.</summary>
    public async Task<T> Oversee<T>(Func<Task<T>> look, CancellationToken ct)
    {
        await Become(DatabaseRoles.Overseer, ct);
        var seen = await look();
        await Become(DatabaseRoles.Application, ct);
        return seen;
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
        await using (var last = new NpgsqlBatch(Connection))
        {
            if (changed)
                JournalWriter.Append(last, entries);
            once.Settle(last, hasChanged);
            if (wakesDispatcher)
                last.BatchCommands.Add(new NpgsqlBatchCommand("select pg_notify('pimms_outbox', '')"));
            if (last.BatchCommands.Count > 0)
                await last.ExecuteNonQueryAsync(ct);
        }
        await transaction!.CommitAsync(ct);
        var then = afterCommit;
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
        once.Release();
        if (transaction is { Connection: not null })
            await transaction.RollbackAsync(CancellationToken.None);
        await End();
    }

    private async Task Become(string role, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"set local role {role}", Connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task End()
    {
        if (transaction is not null)
            await transaction.DisposeAsync();
        transaction = null;
        wakesDispatcher = false;
        hasChanged = false;
        afterCommit = null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await End();
        await Connection.DisposeAsync();
    }
}

/// <summary>A transaction under way: commit it, or it is rolled back when disposed.</summary>
public sealed class DatabaseWork(DatabaseSession session, bool outermost) : IAsyncDisposable
{
    private bool committed;

    /// <summary>Makes it last, journal included. A joined transaction is left to the one that started it.</summary>
    public async Task Commit(CancellationToken ct)
    {
        committed = true;
        if (outermost)
            await session.Commit(ct);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (outermost && !committed)
            await session.Rollback();
    }
}
