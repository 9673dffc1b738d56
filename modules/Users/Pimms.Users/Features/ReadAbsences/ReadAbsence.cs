namespace Pimms.Users;

/// <summary>One absence of somebody, under way or to come.</summary>
internal sealed record ReadAbsence(Guid PersonId, Guid AbsenceId) : IRequest<Result<AbsenceView>>;

internal sealed class ReadAbsenceHandler(UsersDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<ReadAbsence, Result<AbsenceView>>
{
    public async Task<Result<AbsenceView>> Handle(ReadAbsence query, CancellationToken ct) =>
        await db.People.ListedFor(user).AnyAsync(person => person.Id == query.PersonId, ct)
        && (await db.AbsencesOf(query.PersonId, user, clock, ct)).SingleOrDefault(one => one.Id == query.AbsenceId) is { } absence ? absence : Refusal.NotFound;
}
