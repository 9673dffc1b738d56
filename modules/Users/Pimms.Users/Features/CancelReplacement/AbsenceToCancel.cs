namespace Pimms.Users;

/// <summary>A replacement that the caller could end.</summary>
internal sealed record AbsenceToCancel(Guid PersonId, Guid AbsenceId) : IRequest<Result<AbsenceView>>;

internal sealed class AbsenceToCancelHandler(UsersDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<AbsenceToCancel, Result<AbsenceView>>
{
    public async Task<Result<AbsenceView>> Handle(AbsenceToCancel query, CancellationToken ct) =>
        await db.People.ManagedBy(user).AnyAsync(person => person.Id == query.PersonId, ct)
        && (await db.AbsencesOf(query.PersonId, user, clock, ct)).SingleOrDefault(one => one.Id == query.AbsenceId) is { } absence ? absence : Refusal.NotFound;
}
