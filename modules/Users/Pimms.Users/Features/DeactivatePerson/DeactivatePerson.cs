namespace Pimms.Users;

/// <summary>Ends a person's access at once; what the person did keeps its name.</summary>
internal sealed record DeactivatePerson(Guid PersonId, uint Version) : IRequest<Result>;

internal sealed class DeactivatePersonHandler(UsersDbContext db, CurrentUser user, TimeProvider clock, DatabaseSession session, AdmissionCache admitted) : IRequestHandler<DeactivatePerson, Result>
{
    public async Task<Result> Handle(DeactivatePerson command, CancellationToken ct)
    {
        var person = await db.People.ManagedBy(user).AtVersion(command.PersonId, command.Version, ct);
        var lastAdministrator = person is { Role: Role.Administrator, Active: true } && !await db.HasOtherAdministrator(person.Id, ct);

        return await person.Deactivate(user.Id, lastAdministrator, clock.GetUtcNow()).Then(() =>
        {
            session.AfterCommit(() => admitted.Forget(person.Subject ?? ""));
            return db.SaveChangesAsync(ct);
        });
    }
}
