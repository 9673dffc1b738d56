namespace Pimms.Users;

/// <summary>What the platform holds of oneself.</summary>
internal sealed record Profile : IRequest<Result<OwnProfile>>;

/// <param name="Person">As managers see it, absences included.</param>
/// <param name="Mails">How one wants to be told.</param>
/// <param name="StandsIn">For whom one stands in, today or later.</param>
internal sealed record OwnProfile(PersonView Person, ChosenDelivery Mails, IReadOnlyList<AbsenceView> StandsIn);

internal sealed class ProfileHandler(UsersDbContext db, CurrentUser user, Places places, TimeProvider clock) : IRequestHandler<Profile, Result<OwnProfile>>
{
    public async Task<Result<OwnProfile>> Handle(Profile query, CancellationToken ct) =>
        await db.People.VisibleTo(user).AsNoTracking().SingleOrDefaultAsync(person => person.Id == user.Id, ct) is { } person
            ? new OwnProfile(
                PersonView.Of(person, await places.Of([person], ct)) with { Absences = await db.AbsencesOf(user.Id, user, clock, ct) },
                await db.ChosenBy(user, ct),
                await db.Absences.VisibleTo(user).NotOverOn(WorkingCalendar.DayOf(clock.GetUtcNow())).Where(one => one.ReplacementId == user.Id).Named(db).ToListAsync(ct))
            : Refusal.NotFound;
}
