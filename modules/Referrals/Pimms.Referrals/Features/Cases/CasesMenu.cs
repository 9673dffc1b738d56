namespace Pimms.Referrals;

/// <summary>Cases come first for who works on them.</summary>
internal sealed class CasesMenu(PermissionTable permissions) : IMenu
{
    public Task<IReadOnlyList<MenuItem>> ItemsFor(CurrentUser user, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<MenuItem>>(permissions.Allows(user, ReferralsPermissions.WorkOnCases) ? [new MenuItem("Menu.Cases", "/cases", 10)] : []);
}
