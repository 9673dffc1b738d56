namespace Pimms.Referrals;

/// <summary>How many referrals wait for the reader's side: the number in the menu.</summary>
internal sealed record CountToDo : IRequest<Result<int>>;

internal sealed class CountToDoHandler(ReferralsDbContext db, CurrentUser user) : IRequestHandler<CountToDo, Result<int>>
{
    public async Task<Result<int>> Handle(CountToDo query, CancellationToken ct) =>
        await db.Referrals.VisibleTo(user).In(InboxView.ToDo, user).CountAsync(ct);
}
