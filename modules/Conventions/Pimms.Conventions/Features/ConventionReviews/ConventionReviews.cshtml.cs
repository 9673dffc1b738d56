namespace Pimms.Conventions;

[Permission(ConventionsPermissions.ReadReviews)]
internal sealed class ConventionReviewsPage(IMediator mediator, CurrentUser user, PermissionTable permissions) : PageModel
{
    public ConventionReviewsView View { get; private set; } = default!;

    public bool MayOpen => permissions.Allows(user, ConventionsPermissions.Manage) && View.Convention.State != ConventionState.Draft;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => this.Show(mediator.Send(new ConventionReviews(id), ct), view => View = view);
}
