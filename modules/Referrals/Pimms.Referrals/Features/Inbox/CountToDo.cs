namespace Pimms.Referrals;

/// <summary>How many referrals wait for the reader's side: the number in the menu.</summary>
internal sealed record CountToDo : IRequest<Result<int>>;

internal sealed class CountToDoHandler(DatabaseSession session, CurrentUser user) : IRequestHandler<CountToDo, Result<int>>
{
    public async Task<Result<int>> Handle(CountToDo query, CancellationToken ct)
    {
        await using var answer = await session.Ask([InboxSql.CountToDo(user)], ct);
        await answer.ReadAsync(ct);
        return answer.GetInt32(0);
    }
}

/// <summary>What the request has counted already: the inbox counts for its tabs, and its menu need not again.</summary>
internal sealed class CountedToDo
{
    public int? Count { get; set; }
}
