namespace Pimms.Conventions;

/// <summary>The list of conventions, for those who may read it.</summary>
internal sealed class ConventionsMenu(PermissionTable permissions) : IMenu
{
    public Task<IReadOnlyList<MenuItem>> ItemsFor(CurrentUser user, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<MenuItem>>(permissions.Allows(user, ConventionsPermissions.Read) ? [new MenuItem("ConventionList.Menu", "/conventions", 40)] : []);
}
