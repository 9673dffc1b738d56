namespace Pimms.Users;

/// <summary>What somebody may be, and where.</summary>
internal sealed record Access(Role Role, IReadOnlyCollection<Guid> SiteIds, Guid? PartnerId, IReadOnlyCollection<Guid> UnitIds)
{
    /// <summary>What goes with the role and is missing.</summary>
    public Refusal? Lacking => this switch
    {
        _ when Role.HasSites() && SiteIds.Count == 0 => Refusal.Of(nameof(SiteIds), "ChangeAccess.SiteMissing"),
        _ when Role.HasUnits() && UnitIds.Count == 0 => Refusal.Of(nameof(UnitIds), "ChangeAccess.UnitMissing"),
        _ => null,
    };

    public static Access AtSites(Role role, params Guid[] siteIds) => new(role, siteIds, null, []);

    public static Access AtPartner(Role role, Guid partnerId, params Guid[] unitIds) => new(role, [], partnerId, unitIds);
}
