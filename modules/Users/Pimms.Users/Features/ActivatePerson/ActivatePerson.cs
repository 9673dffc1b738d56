namespace Pimms.Users;

/// <summary>Gives a person access again, with the role and places it had.</summary>
internal sealed record ActivatePerson(Guid PersonId, uint Version) : IRequest<Result>;

internal sealed class ActivatePersonHandler(UsersDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<ActivatePerson, Result>
{
    public async Task<Result> Handle(ActivatePerson command, CancellationToken ct)
    {
        var person = await db.People.ManagedBy(user).AtVersion(command.PersonId, command.Version, ct);
        return await person.Activate(clock.GetUtcNow()).Then(() => db.SaveChangesAsync(ct));
    }
}
