namespace Pimms.Users;

/// <summary>What the platform holds of oneself.</summary>
internal sealed record Profile : IRequest<Result<OwnProfile>>;

internal sealed record OwnProfile(PersonView Person, ChosenDelivery Mails);

internal sealed class ProfileHandler(UsersDbContext db, CurrentUser user, Places places) : IRequestHandler<Profile, Result<OwnProfile>>
{
    public async Task<Result<OwnProfile>> Handle(Profile query, CancellationToken ct) =>
        await db.People.VisibleTo(user).AsNoTracking().SingleOrDefaultAsync(person => person.Id == user.Id, ct) is { } person
            ? new OwnProfile(PersonView.Of(person, await places.Of([person], ct)), await db.ChosenBy(user, ct))
            : Refusal.NotFound;
}
