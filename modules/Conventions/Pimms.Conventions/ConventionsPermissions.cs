namespace Pimms.Conventions;

internal static class ConventionsPermissions
{
    public const string Read = "conventions.read";
    public const string Manage = "conventions.manage";
    public const string AskChannel = "conventions.ask-channel";
    public const string ReadReviews = "conventions.read-reviews";
    public const string FindCommunes = "conventions.find-communes";

    public static readonly Dictionary<string, Role[]> All = new()
    {
        [Read] = [Role.SiteLead, Role.PartnerAgent, Role.PartnerManager, Role.Administrator],
        [Manage] = [Role.Administrator],
        [AskChannel] = [Role.Mediator, Role.SiteLead, Role.Administrator],
        [ReadReviews] = [Role.PartnerManager, Role.Administrator],
        [FindCommunes] = [Role.Mediator, Role.SiteLead, Role.Administrator],
    };
}
