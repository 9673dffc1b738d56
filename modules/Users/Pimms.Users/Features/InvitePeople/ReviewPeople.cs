namespace Pimms.Users;

/// <summary>Reads a list as <see cref="InvitePeople"/> will, and does nothing.</summary>
internal sealed record ReviewPeople(string List) : IRequest<Result<IReadOnlyList<ListedPerson>>>;

internal sealed class ReviewPeopleHandler(ListedPeople listed) : IRequestHandler<ReviewPeople, Result<IReadOnlyList<ListedPerson>>>
{
    public async Task<Result<IReadOnlyList<ListedPerson>>> Handle(ReviewPeople query, CancellationToken ct) => Result.Of(await listed.Read(query.List, ct));
}
