namespace Pimms.Referrals;

internal static class ReferralsPermissions
{
    public const string ReadReferrals = "referrals.read";
    public const string Oversee = "referrals.oversee";
    public const string WorkOnCases = "referrals.work-on-cases";
    public const string AssignCase = "referrals.assign-case";
    public const string Answer = "referrals.answer";

    public static readonly Dictionary<string, Role[]> All = new()
    {
        [ReadReferrals] = [Role.Mediator, Role.SiteLead, Role.PartnerAgent, Role.PartnerManager],
        [Oversee] = [Role.Administrator],
        [WorkOnCases] = [Role.Mediator, Role.SiteLead],
        [AssignCase] = [Role.SiteLead],
        [Answer] = [Role.PartnerAgent, Role.PartnerManager],
    };
}
