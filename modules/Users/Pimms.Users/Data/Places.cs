using Pimms.Partners.Contracts;

namespace Pimms.Users;

/// <summary>Where people work, in words.</summary>
internal sealed class Places(UsersDbContext db, IPartnerDirectory partners)
{
    public async Task<PlaceNames> Of(IReadOnlyCollection<Person> people, CancellationToken ct)
    {
        Guid[] siteIds = [.. people.SelectMany(person => person.SiteIds).Distinct()];
        Guid[] unitIds = [.. people.SelectMany(person => person.UnitIds).Distinct()];
        var named = new Dictionary<Guid, string>();
        if (siteIds.Length > 0)
            foreach (var site in await db.Sites.Where(site => siteIds.Contains(site.Id)).Select(site => new { site.Id, site.Name }).ToListAsync(ct))
                named[site.Id] = site.Name;
        if (unitIds.Length > 0)
            foreach (var unit in await partners.Units(unitIds, ct))
                named[unit.Id] = unit.Name;
        if (people.Any(person => person.PartnerId is not null))
            foreach (var partner in await partners.Partners(ct))
                named[partner.Id] = partner.Name;
        return new(named);
    }
}

/// <summary>The names of sites, units and partners; null where there is nothing to name.</summary>
internal sealed class PlaceNames(Dictionary<Guid, string> named)
{
    public string? Sites(Person person) => Joined(person.SiteIds);

    public string? Units(Person person) => Joined(person.UnitIds);

    public string? Partner(Person person) => person.PartnerId is { } id ? named.GetValueOrDefault(id) : null;

    private string? Joined(IEnumerable<Guid> ids) =>
        string.Join(", ", ids.Select(id => named.GetValueOrDefault(id)).OfType<string>().Order(StringComparer.Ordinal)) is { Length: > 0 } names ? names : null;
}
