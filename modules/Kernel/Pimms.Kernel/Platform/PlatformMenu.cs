namespace Pimms.Kernel;

/// <summary>How the platform runs, for those who run it.</summary>
internal sealed class PlatformMenu(PermissionTable permissions) : IMenu
{
    public Task<IReadOnlyList<MenuItem>> ItemsFor(CurrentUser user, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<MenuItem>>(permissions.Allows(user, PlatformPermissions.Operate) ? [new MenuItem("Operations.Title", "/operations", 80)] : []);
}
