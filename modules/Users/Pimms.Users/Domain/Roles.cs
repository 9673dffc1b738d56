namespace Pimms.Users;

/// <summary>What follows from a role.</summary>
internal static class Roles
{
    public static Side Side(this Role role) => role is Role.PartnerAgent or Role.PartnerManager ? Kernel.Side.Partner : Kernel.Side.Association;

    public static bool HasSites(this Role role) => role is Role.Mediator or Role.SiteLead;

    public static bool HasUnits(this Role role) => role is Role.PartnerAgent;

    /// <summary>Administrators run all accounts, a partner's manager those of its agents.</summary>
    public static bool MayManage(this CurrentUser user, Role role) => user.Role == Role.Administrator || (user.Role == Role.PartnerManager && role == Role.PartnerAgent);

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
