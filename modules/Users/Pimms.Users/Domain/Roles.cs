namespace Pimms.Users;

/// <summary>What follows from a role.</summary>
internal static class Roles
{
    public static Side Side(this Role role) => role is Role.PartnerAgent or Role.PartnerManager ? Kernel.Side.Partner : Kernel.Side.Association;

    public static bool HasSites(this Role role) => role is Role.Mediator or Role.SiteLead;

    public static bool HasUnits(this Role role) => role is Role.PartnerAgent;

    /// <summary>Works somewhere, so that somebody can stand in there.</summary>
    public static bool HasPlaces(this Role role) => role is not Role.Administrator;

    /// <summary>Administrators run all accounts, a partner's manager those of its agents, a site's lead those of its mediators.</summary>
    public static bool MayManage(this CurrentUser user, Role role) => user.Role switch
    {
        Role.Administrator => true,
        Role.PartnerManager => role == Role.PartnerAgent,
        Role.SiteLead => role == Role.Mediator,
        _ => false,
    };

    /// <summary>A lead's are those who work at its own sites only.</summary>
    public static bool MayManage(this CurrentUser user, Role role, IEnumerable<Guid> sites) =>
        user.MayManage(role) && (user.Role != Role.SiteLead || sites.All(site => user.SiteIds.Contains(site)));

    /// <summary>The realm's group that gives them.</summary>
    public static string Group(this Role role) => role.InRealm()[0] + "s";

    /// <summary>The realm roles that go with it: its own first.</summary>
    public static IReadOnlyList<string> InRealm(this Role role) => role switch
    {
        Role.Mediator => ["mediator"],
        Role.SiteLead => ["site-lead", "mediator"],
        Role.PartnerAgent => ["partner-agent"],
        Role.PartnerManager => ["partner-manager", "partner-agent"],
        Role.Administrator => ["administrator"],
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };
}
