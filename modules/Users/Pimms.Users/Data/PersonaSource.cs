namespace Pimms.Users;

internal sealed class PersonaSource(UsersDbContext db, Places places) : IPersonaSource
{
    public async Task<IReadOnlyList<PersonaAccount>> Active(CancellationToken ct)
    {
        var people = await db.People.AsNoTracking().Where(person => person.Active).OrderBy(person => person.SearchKey).ToListAsync(ct);
        var names = await places.Of(people, ct);
        return [.. people.Select(person => Account(person, names)).OrderBy(Group).ThenBy(account => account.Place, StringComparer.Ordinal)];
    }

    private static PersonaAccount Account(Person person, PlaceNames names) => new(
        person.UserName, person.Subject ?? person.Id.ToString(), person.GivenName, person.FamilyName, person.Email, person.Role.ToString(), person.Role.InRealm(), person.PartnerId,
        names.Partner(person) ?? names.Sites(person), names.Units(person));

    private static int Group(PersonaAccount account) => account switch { { PartnerId: not null } => 1, { Place: null } => 2, _ => 0 };
}
