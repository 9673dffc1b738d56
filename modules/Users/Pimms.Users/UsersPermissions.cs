namespace Pimms.Users;

internal static class UsersPermissions
{
    public const string ReadPeople = "users.read-people";
    public const string ManagePeople = "users.manage-people";
    public const string ManagePosts = "users.manage-posts";
    public const string ReadColleagues = "users.read-colleagues";
    public const string ReadMails = "users.read-mails";
    public const string ReadOwnProfile = "users.read-own-profile";

    public static readonly Dictionary<string, Role[]> All = new()
    {
        [ReadPeople] = [Role.SiteLead, Role.PartnerManager, Role.Administrator],
        [ManagePeople] = [Role.SiteLead, Role.PartnerManager, Role.Administrator],
        [ManagePosts] = [Role.Administrator],
        [ReadColleagues] = [Role.Mediator, Role.SiteLead, Role.PartnerAgent, Role.PartnerManager, Role.Administrator],
        [ReadMails] = [Role.Administrator],
        [ReadOwnProfile] = [Role.Mediator, Role.SiteLead, Role.PartnerAgent, Role.PartnerManager, Role.Administrator],
    };
}
