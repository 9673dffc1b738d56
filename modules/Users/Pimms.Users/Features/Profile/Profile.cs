namespace Pimms.Users;

/// <summary>What the platform holds of oneself.</summary>
internal sealed record Profile : IRequest<Result<PersonView>>;

internal sealed class ProfileHandler(UsersDbContext db, CurrentUser user, Places places) : IRequestHandler<Profile, Result<PersonView>>
{
    public async Task<Result<PersonView>> Handle(Profile query, CancellationToken ct) =>
        await db.People.VisibleTo(user).AsNoTracking().SingleOrDefaultAsync(person => person.Id == user.Id, ct) is { } person
            ? PersonView.Of(person, await places.Of([person], ct))
            : Refusal.NotFound;
}
