namespace Pimms.Conventions;

[Permission(ConventionsPermissions.Read)]
internal sealed class ConventionDocumentPage(IMediator mediator, CurrentUser user, PermissionTable permissions) : PageModel
{
    public ConventionView Convention { get; private set; } = default!;

    public bool May(ConventionMove move) => permissions.Allows(user, ConventionsPermissions.Manage) && Convention.State.Allows(move);

    public bool MayManage => permissions.Allows(user, ConventionsPermissions.Manage);

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => this.Show(mediator.Send(new ConventionDocument(id), ct), view => Convention = view);
}
