using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Pimms.Kernel;

/// <summary>
/// Carries what waits in the modules' outboxes to the bus, again and again until every reaction has recorded it. Any number of hosts may
/// run it: rows are claimed with <c>skip locked</c>, and what a dead host had claimed falls due again.
/// </summary>
internal sealed class OutboxDispatcher(
    IServiceScopeFactory scopes, IBus bus, IEnumerable<ModuleSchema> schemas, IntegrationEvents events, OutboxSignal signal, TimeProvider clock, ILogger<OutboxDispatcher> logger)
    : BackgroundService
{
    private const int BatchSize = 100;
    private static readonly TimeSpan PollingInterval = TimeSpan.FromSeconds(2);

    /// <summary>After this many tries, some ten hours, a message is set aside for a person to look at.</summary>
    private const int MostAttempts = 15;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            if (!await Empty(stoppingToken))
                await signal.Wait(PollingInterval, stoppingToken);
        }
    }

    /// <summary>One round over the outboxes that hold something: true when there was more than a round takes.</summary>
    private async Task<bool> Empty(CancellationToken ct)
    {
        var more = false;
        await Try("all modules", async () =>
        {
            foreach (var schema in await Waiting(ct))
            {
                await Try(schema, async () =>
                {
                    more |= await Send(schema, ct);
                    await Settle(schema, ct);
                }, ct);
            }
        }, ct);
        return more;
    }

    /// <summary>What fails now is tried again at the next round; the other outboxes do not wait for it.</summary>
    private async Task Try(string schema, Func<Task> work, CancellationToken ct)
    {
        try
        {
            await work();
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            logger.LogError(failure, "The outbox of {Schema} could not be emptied", schema);
        }
    }

    /// <summary>Asked at each wake and every few seconds, of all outboxes at once: most of them are empty.</summary>
    private async Task<List<string>> Waiting(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var session = scope.ServiceProvider.GetRequiredService<DatabaseSession>();
        await using var work = await session.Begin(CurrentUser.System("dispatch"), ct);
        var waiting = new List<string>();
        await using (var command = new NpgsqlCommand(string.Join(" union all ", schemas.Select(schema => $"select '{schema.Name}' where exists (select from {schema.Name}.outbox where settled_at is null)")), await session.Start(ct)))
        await using (var rows = await command.ExecuteReaderAsync(ct))
        {
            while (await rows.ReadAsync(ct))
                waiting.Add(rows.GetString(0));
        }
        await work.Commit(ct);
        return waiting;
    }

    private async Task<bool> Send(string schema, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var session = scope.ServiceProvider.GetRequiredService<DatabaseSession>();
        await using var work = await session.Begin(CurrentUser.System("dispatch"), ct);
        var due = await Claim(await session.Start(ct), schema, ct);
        foreach (var message in due)
        {
            string? error = null;
            try
            {
                await bus.Publish(new EventEnvelope(message.Id, message.Name, message.Body), publish => publish.MessageId = message.Id, ct);
            }
            catch (Exception failure) when (!ct.IsCancellationRequested)
            {
                error = failure.Message;
                logger.LogWarning(failure, "{Message} {Id} could not be published", message.Name, message.Id);
            }
            await Postpone(await session.Start(ct), schema, message, error, ct);
        }
        await work.Commit(ct);
        return due.Count == BatchSize;
    }

    private async Task<List<DueMessage>> Claim(NpgsqlConnection connection, string schema, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            $"select id, name, body::text, attempts from {schema}.outbox where settled_at is null and dead_at is null and next_try_at <= $1 order by next_try_at limit {BatchSize} for update skip locked", connection);
        command.Parameters.AddWithValue(clock.GetUtcNow());
        await using var rows = await command.ExecuteReaderAsync(ct);
        var due = new List<DueMessage>();
        while (await rows.ReadAsync(ct))
            due.Add(new(rows.GetGuid(0), rows.GetString(1), rows.GetString(2), rows.GetInt32(3)));
        return due;
    }

    private async Task Postpone(NpgsqlConnection connection, string schema, DueMessage message, string? error, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var attempts = message.Attempts + 1;
        var wait = TimeSpan.FromSeconds(Math.Min(3600, 5 * Math.Pow(2, attempts - 1)));
        await using var command = new NpgsqlCommand(
            $"update {schema}.outbox set attempts = $2, next_try_at = $3, error = coalesce($4, error), dead_at = $5 where id = $1", connection);
        command.Parameters.AddWithValue(message.Id);
        command.Parameters.AddWithValue(attempts);
        command.Parameters.AddWithValue(now + wait);
        command.Parameters.AddWithValue(NpgsqlTypes.NpgsqlDbType.Text, (object?)error ?? DBNull.Value);
        command.Parameters.AddWithValue(NpgsqlTypes.NpgsqlDbType.TimestampTz, attempts >= MostAttempts ? now : DBNull.Value);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Marks what every reaction has recorded. Reads the reactions' inboxes: plumbing may, modules may not.</summary>
    private async Task Settle(string schema, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var session = scope.ServiceProvider.GetRequiredService<DatabaseSession>();
        await using var work = await session.Begin(CurrentUser.System("dispatch"), ct);
        var names = new List<string>();
        await using (var command = new NpgsqlCommand($"select distinct name from {schema}.outbox where settled_at is null and attempts > 0", await session.Start(ct)))
        await using (var rows = await command.ExecuteReaderAsync(ct))
        {
            while (await rows.ReadAsync(ct))
                names.Add(rows.GetString(0));
        }
        foreach (var name in names)
        {
            var recorded = string.Concat(events.ReactionsTo(name).Select(reaction =>
                $" and exists (select from {reaction.Schema}.inbox i where i.message_id = o.id and i.reaction = '{reaction.Name}')"));
            await using var settle = new NpgsqlCommand(
                $"update {schema}.outbox o set settled_at = $1, dead_at = null where settled_at is null and attempts > 0 and name = $2{recorded} and (error is null or {(recorded.Length > 0 ? "true" : "false")})", await session.Start(ct));
            settle.Parameters.AddWithValue(clock.GetUtcNow());
            settle.Parameters.AddWithValue(name);
            await settle.ExecuteNonQueryAsync(ct);
        }
        await work.Commit(ct);
    }

    private sealed record DueMessage(Guid Id, string Name, string Body, int Attempts);
}
