using Pimms.Partners.Contracts;

namespace Pimms.Users;

/// <summary>Whether a role may be given by this user, and whether its places exist and go together.</summary>
internal sealed class AccessRules(UsersDbContext db, CurrentUser user, IPartnerDirectory partners)
{
    public async Task<Refusal?> Refuse(Access access, CancellationToken ct)
    {
        if (!user.MayManage(access.Role))
            return Refusal.Of(nameof(access.Role), "ChangeAccess.NotYours");
        if (!user.MayManage(access.Role, access.SiteIds))
            return Refusal.Of(nameof(access.SiteIds), "ChangeAccess.SiteNotYours");
        if (access.Role.HasSites() && await db.Sites.CountAsync(site => access.SiteIds.Contains(site.Id), ct) != access.SiteIds.Distinct().Count())
            return Refusal.Of(nameof(access.SiteIds), "ChangeAccess.UnknownSite");
        if (access.Role.HasUnits() && access.PartnerId is { } partner && (await partners.UnitIdsOf(partner, ct)) is var known && !access.UnitIds.All(known.Contains))
            return Refusal.Of(nameof(access.UnitIds), "ChangeAccess.UnknownUnit");
        return null;
    }
}
