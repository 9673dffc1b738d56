using MediatR;
using Npgsql;

namespace Pimms.Kernel;

/// <summary>Sends what was set aside again, with all its tries before it. What a reaction has recorded already it does not do twice.</summary>
/// <param name="Id">Which message; null for all of them.</param>
public sealed record ReplayMessages(Guid? Id) : IRequest<Result>;

internal sealed class ReplayMessagesHandler(DatabaseSession session, CurrentUser user, IEnumerable<ModuleSchema> schemas, Journal journal, TimeProvider clock) : IRequestHandler<ReplayMessages, Result>
{
    public async Task<Result> Handle(ReplayMessages command, CancellationToken ct)
    {
        await session.Tell(CurrentUser.System("replay-messages"), ct);
        var replayed = new List<Guid>();
        foreach (var schema in schemas)
        {
            await using var replay = new NpgsqlCommand(
                $"update {schema.Name}.outbox set dead_at = null, attempts = 0, next_try_at = $1 where dead_at is not null and settled_at is null and ($2 is null or id = $2) returning id", await session.Start(ct));
            replay.Parameters.AddWithValue(clock.GetUtcNow().UtcDateTime);
            replay.Parameters.AddWithValue(NpgsqlTypes.NpgsqlDbType.Uuid, (object?)command.Id ?? DBNull.Value);
            await using var rows = await replay.ExecuteReaderAsync(ct);
            while (await rows.ReadAsync(ct))
                replayed.Add(rows.GetGuid(0));
        }
        await session.Tell(user, ct);
        if (replayed.Count == 0 && command.Id is not null)
            return Refusal.NotFound;
        foreach (var message in replayed)
            journal.Changed("message", message);
        session.WakeDispatcher();
        return Result.Done;
    }
}
