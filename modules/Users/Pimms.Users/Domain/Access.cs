namespace Pimms.Users;

/// <summary>What somebody may be, and where.</summary>
internal sealed record Access(Role Role, IReadOnlyCollection<Guid> SiteIds, Guid? PartnerId, IReadOnlyCollection<Guid> UnitIds)
{
    public static Access AtSites(Role role, params Guid[] siteIds) => new(role, siteIds, null, []);

    public static Access AtPartner(Role role, Guid partnerId, params Guid[] unitIds) => new(role, [], partnerId, unitIds);
}
