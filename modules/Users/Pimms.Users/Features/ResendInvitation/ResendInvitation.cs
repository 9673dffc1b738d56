namespace Pimms.Users;

/// <summary>Sends the invitation again to somebody who has not signed in yet.</summary>
internal sealed record ResendInvitation(Guid PersonId) : IRequest<Result>;

internal sealed class ResendInvitationHandler(UsersDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<ResendInvitation, Result>
{
    public async Task<Result> Handle(ResendInvitation command, CancellationToken ct) =>
        await db.People.ManagedBy(user).SingleOrDefaultAsync(person => person.Id == command.PersonId, ct) is { } person
            ? await person.Invite(clock.GetUtcNow()).Then(() => db.SaveChangesAsync(ct))
            : Refusal.NotFound;
}
