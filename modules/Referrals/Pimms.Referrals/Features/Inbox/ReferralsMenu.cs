namespace Pimms.Referrals;

/// <summary>The inbox of either side, with what waits there; for the partner's, its canned replies too.</summary>
internal sealed class ReferralsMenu(PermissionTable permissions, CountedToDo counted, IMediator mediator) : IMenu
{
    public async Task<IReadOnlyList<MenuItem>> ItemsFor(CurrentUser user, CancellationToken ct)
    {
        if (!permissions.Allows(user, ReferralsPermissions.ReadReferrals))
            return [];
        var toDo = counted.Count ?? (await mediator.Send(new CountToDo(), ct)).Value;
        var inbox = new MenuItem("Menu.Referrals", "/referrals", 5, toDo);
        return permissions.Allows(user, ReferralsPermissions.Answer) ? [inbox, new MenuItem("CannedReplies.Title", "/canned-replies", 15)] : [inbox];
    }
}
