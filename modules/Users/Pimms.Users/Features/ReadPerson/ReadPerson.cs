namespace Pimms.Users;

/// <summary>One person, with what it may do where.</summary>
internal sealed record ReadPerson(Guid PersonId) : IRequest<Result<PersonView>>;

internal sealed record PersonView(
    Guid Id, uint Version, string GivenName, string FamilyName, string Email, string UserName, Role Role, Side Side, IReadOnlyList<Guid> SiteIds, string? Sites, Guid? PartnerId, string? Partner,
    IReadOnlyList<Guid> UnitIds, string? Units, bool Active, DateTimeOffset? DeactivatedAt, bool Invited)
{
    /// <summary>Of whoever has not signed in yet: the last mail; null while it waits.</summary>
    public Invitation? Invitation { get; init; }

    /// <summary>Those under way and to come.</summary>
    public IReadOnlyList<AbsenceView> Absences { get; init; } = [];

    public string Name => $"{GivenName} {FamilyName}";

    public static PersonView Of(Person person, PlaceNames names) => new(
        person.Id, person.Version, person.GivenName, person.FamilyName, person.Email, person.UserName, person.Role, person.Side, person.SiteIds, names.Sites(person), person.PartnerId, names.Partner(person),
        person.UnitIds, names.Units(person), person.Active, person.DeactivatedAt, person.Subject is null);
}

internal sealed class ReadPersonHandler(UsersDbContext db, CurrentUser user, Places places, TimeProvider clock) : IRequestHandler<ReadPerson, Result<PersonView>>
{
    public async Task<Result<PersonView>> Handle(ReadPerson query, CancellationToken ct) =>
        await db.People.ListedFor(user).AsNoTracking().SingleOrDefaultAsync(person => person.Id == query.PersonId, ct) is { } person
            ? PersonView.Of(person, await places.Of([person], ct)) with
            {
                Invitation = await db.Invitations.AsNoTracking().SingleOrDefaultAsync(one => one.PersonId == person.Id, ct),
                Absences = await db.AbsencesOf(person.Id, user, clock, ct),
            }
            : Refusal.NotFound;
}
