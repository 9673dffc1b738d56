namespace Pimms.Users;

[Permission(UsersPermissions.ManagePosts)]
internal sealed class PostsPage(IMediator mediator) : PageModel
{
    public IReadOnlyList<SiteWithPosts> Sites { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.Show(mediator.Send(new Posts(), ct), sites => Sites = sites);
}
