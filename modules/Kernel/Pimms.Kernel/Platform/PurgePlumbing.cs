using MediatR;
using Npgsql;

namespace Pimms.Kernel;

/// <summary>Deletes what has served: messages that every reaction recorded, what the inboxes recorded, answers to one-time keys, sessions that ended.</summary>
internal sealed record PurgePlumbing : IRequest<Result>;

internal sealed class PurgePlumbingHandler(DatabaseSession session, IEnumerable<ModuleSchema> schemas, TimeProvider clock) : IRequestHandler<PurgePlumbing, Result>
{
    /// <summary>An inbox forgets only what no outbox can send again: both are kept as long, and a row that is not settled has no age.</summary>
    private static readonly TimeSpan Messages = TimeSpan.FromDays(30);

    /// <summary>Nobody repeats a form or a call after a week.</summary>
    private static readonly TimeSpan Answers = TimeSpan.FromDays(7);

    public async Task<Result> Handle(PurgePlumbing command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var names = schemas.Select(schema => schema.Name).ToList();
        foreach (var schema in names)
            await Delete($"{schema}.outbox where settled_at < $1", now - Messages, ct);
        var unsettled = string.Join(" union all ", names.Select(schema => $"select id from {schema}.outbox where settled_at is null"));
        foreach (var schema in names)
            await Delete($"{schema}.inbox where received_at < $1 and message_id not in ({unsettled})", now - Messages, ct);
        await Delete("platform.once where created_at < $1", now - Answers, ct);
        await Delete("platform.sessions where expires_at < $1", now, ct);
        return Result.Done;
    }

    private async Task Delete(string what, DateTimeOffset before, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"delete from {what}", await session.Start(ct));
        command.Parameters.AddWithValue(before.UtcDateTime);
        await command.ExecuteNonQueryAsync(ct);
    }
}
