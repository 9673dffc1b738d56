namespace Pimms.Referrals;

/// <summary>How many referrals wait for the reader's side: the number in the menu.</summary>
internal sealed record CountToDo : IRequest<Result<int>>;

internal sealed class CountToDoHandler(ReferralsDbContext db, CurrentUser user, CountedToDo counted) : IRequestHandler<CountToDo, Result<int>>
{
    public async Task<Result<int>> Handle(CountToDo query, CancellationToken ct) =>
        counted.Count ?? await db.Referrals.VisibleTo(user).In(InboxView.ToDo, user).CountAsync(ct);
}

/// <summary>What the request has counted already: the inbox counts for its tabs, and its menu need not again.</summary>
internal sealed class CountedToDo
{
    public int? Count { get; set; }
}
