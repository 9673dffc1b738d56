using MediatR;
using Npgsql;

namespace Pimms.Kernel;

/// <summary>The messages that were given up after their last try, oldest first, 100 at most. Names and times only: a message holds ids, dates and codes.</summary>
public sealed record SetAsideMessages : IRequest<Result<IReadOnlyList<SetAsideMessage>>>;

/// <summary>A message that waits for a person to look at it.</summary>
/// <param name="Id">Its id on the bus and in the outbox.</param>
/// <param name="Name">Its stable name: <c>referrals.referral-moved</c>.</param>
/// <param name="CreatedAt">When it happened, UTC.</param>
/// <param name="DeadAt">When it was given up, UTC.</param>
/// <param name="Attempts">How often it was sent.</param>
/// <param name="Error">What went wrong last; null when no reaction said.</param>
public sealed record SetAsideMessage(Guid Id, string Name, DateTimeOffset CreatedAt, DateTimeOffset DeadAt, int Attempts, string? Error);

internal sealed class SetAsideMessagesHandler(DatabaseSession session, CurrentUser user, IEnumerable<ModuleSchema> schemas) : IRequestHandler<SetAsideMessages, Result<IReadOnlyList<SetAsideMessage>>>
{
    public async Task<Result<IReadOnlyList<SetAsideMessage>>> Handle(SetAsideMessages query, CancellationToken ct)
    {
        // People's requests post messages and read none: what waits is the platform's own.
        await session.Tell(CurrentUser.System("read-outbox"), ct);
        var outboxes = string.Join(" union all ", schemas.Select(schema => $"select id, name, created_at, dead_at, attempts, error from {schema.Name}.outbox where dead_at is not null and settled_at is null"));
        var found = new List<SetAsideMessage>();
        await using (var command = new NpgsqlCommand($"{outboxes} order by created_at limit 100", await session.Start(ct)))
        await using (var rows = await command.ExecuteReaderAsync(ct))
        {
            while (await rows.ReadAsync(ct))
                found.Add(new(rows.GetGuid(0), rows.GetString(1), rows.GetFieldValue<DateTimeOffset>(2), rows.GetFieldValue<DateTimeOffset>(3), rows.GetInt32(4), rows[5] as string));
        }
        await session.Tell(user, ct);
        return found;
    }
}
