namespace Pimms.Partners;

internal static class PartnersPermissions
{
    public const string Read = "partners.read";
    public const string Instruct = "partners.instruct";
    public const string Manage = "partners.manage";

    public static readonly Dictionary<string, Role[]> All = new()
    {
        [Read] = [Role.Mediator, Role.SiteLead, Role.PartnerAgent, Role.PartnerManager, Role.Administrator],
        [Instruct] = [Role.PartnerManager, Role.Administrator],
        [Manage] = [Role.Administrator],
    };
}
