namespace Pimms.Users;

internal static class UsersPermissions
{
    public const string ReadPeople = "users.read-people";
    public const string ManagePeople = "users.manage-people";

    public static readonly Dictionary<string, Role[]> All = new()
    {
        [ReadPeople] = [Role.Administrator],
        [ManagePeople] = [Role.Administrator],
    };
}
