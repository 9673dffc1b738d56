using Pimms.Partners.Contracts;

namespace Pimms.Users;

internal sealed class PersonaSource(UsersDbContext db, IPartnerDirectory partners) : IPersonaSource
{
    public async Task<IReadOnlyList<PersonaAccount>> Active(CancellationToken ct)
    {
        var people = await db.People.AsNoTracking().Where(person => person.Active).OrderBy(person => person.SearchKey).ToListAsync(ct);
        var sites = await db.Sites.ToDictionaryAsync(site => site.Id, site => site.Name, ct);
        var units = (await partners.Units([.. people.SelectMany(person => person.UnitIds).Distinct()], ct)).ToDictionary(unit => unit.Id);
        var names = (await partners.Partners(ct)).ToDictionary(partner => partner.Id, partner => partner.Name);
        return [.. people.Select(Account).OrderBy(Group).ThenBy(account => account.Place, StringComparer.Ordinal)];

        PersonaAccount Account(Person person) => new(
            person.UserName, person.Subject, person.GivenName, person.FamilyName, person.Email, person.Role.ToString(), person.Role.InRealm(), person.PartnerId,
            person.PartnerId is { } partner ? names.GetValueOrDefault(partner) : Named(person.SiteIds.Select(site => sites.GetValueOrDefault(site))),
            Named(person.UnitIds.Select(unit => units.GetValueOrDefault(unit)?.Name)));
    }

    private static int Group(PersonaAccount account) => account switch { { PartnerId: not null } => 1, { Place: null } => 2, _ => 0 };

    private static string? Named(IEnumerable<string?> names) => string.Join(", ", names.OfType<string>()) is { Length: > 0 } named ? named : null;
}
