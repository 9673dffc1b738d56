namespace Pimms.Users;

internal sealed class UsersMenu(PermissionTable permissions) : IMenu
{
    public Task<IReadOnlyList<MenuItem>> ItemsFor(CurrentUser user, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<MenuItem>>(permissions.Allows(user, UsersPermissions.ReadPeople) ? [new MenuItem("People.Title", "/people", 40)] : []);
}
