namespace Pimms.Users;

/// <summary>When somebody is or will be away, and who stands in.</summary>
internal sealed record ReadAbsences(Guid PersonId) : IRequest<Result<IReadOnlyList<AbsenceView>>>;

internal sealed class ReadAbsencesHandler(UsersDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<ReadAbsences, Result<IReadOnlyList<AbsenceView>>>
{
    public async Task<Result<IReadOnlyList<AbsenceView>>> Handle(ReadAbsences query, CancellationToken ct)
    {
        if (!await db.People.ListedFor(user).AnyAsync(person => person.Id == query.PersonId, ct))
            return Refusal.NotFound;
        return Result.Of(await db.AbsencesOf(query.PersonId, user, clock, ct));
    }
}
