namespace Pimms.Referrals;

/// <summary>The overview of all referrals, for administrators.</summary>
internal sealed class OverviewMenu(PermissionTable permissions) : IMenu
{
    public Task<IReadOnlyList<MenuItem>> ItemsFor(CurrentUser user, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<MenuItem>>(permissions.Allows(user, ReferralsPermissions.Oversee) ? [new MenuItem("Overview.Menu", "/overview", 5)] : []);
}
