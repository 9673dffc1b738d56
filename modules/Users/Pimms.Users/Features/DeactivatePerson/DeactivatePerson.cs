namespace Pimms.Users;

/// <summary>Ends a person's access at once; what the person did keeps its name.</summary>
/// <param name="PersonId">Whose.</param>
/// <param name="Version">As the caller saw the person.</param>
/// <param name="SuccessorId">Who takes over what the person has in hand; whoever comes, when null.</param>
internal sealed record DeactivatePerson(Guid PersonId, uint Version, Guid? SuccessorId = null) : IRequest<Result>;

internal sealed class DeactivatePersonHandler(UsersDbContext db, CurrentUser user, TimeProvider clock, Admissions admissions) : IRequestHandler<DeactivatePerson, Result>
{
    public async Task<Result> Handle(DeactivatePerson command, CancellationToken ct)
    {
        var person = await db.People.ManagedBy(user).AtVersion(command.PersonId, command.Version, ct);
        if (command.SuccessorId is { } successor && !await db.People.VisibleTo(user).WhoCouldTakeOverFrom(person).AnyAsync(one => one.Id == successor, ct))
            return Refusal.Of(nameof(command.SuccessorId), "DeactivatePerson.SuccessorUnknown");
        var lastAdministrator = person is { Role: Role.Administrator, Active: true } && !await db.HasOtherAdministrator(person.Id, ct);

        return await person.Deactivate(user.Id, lastAdministrator, clock.GetUtcNow(), command.SuccessorId).Then(async () =>
        {
            await admissions.AskAnew(person, ct);
            await db.SaveChangesAsync(ct);
        });
    }
}
