namespace Pimms.Users;

[Permission(UsersPermissions.ManagePosts)]
internal sealed class ClosePostPage(IMediator mediator) : PageModel
{
    [BindProperty]
    public ClosePost Input { get; set; } = new(default, default);

    public PostView Post { get; private set; } = default!;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => this.Show(mediator.Send(new PostToEdit(id), ct), post => Post = post);

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        this.SendOrShowAgain(Input with { PostId = id }, then: "/posts", again: () => OnGetAsync(id, ct), ct).ThenNotify(this, "ClosePost.Done");
}
