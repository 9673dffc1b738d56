namespace Pimms.Users;

[Permission(UsersPermissions.ManagePosts)]
internal sealed class AddPostPage(IMediator mediator) : PageModel
{
    [BindProperty]
    public AddPost Input { get; set; } = new(null, new());

    public IReadOnlyList<SiteWithPosts> Sites { get; private set; } = [];

    public Task<IActionResult> OnGetAsync([FromQuery] Guid? site, CancellationToken ct)
    {
        Input = Input with { SiteId = site };
        return Read(ct);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        this.SendOrShowAgain(Input with { Post = Input.Post ?? new() }, then: _ => "/posts", again: () => Read(ct), ct).ThenNotify(this, "AddPost.Done");

    private Task<IActionResult> Read(CancellationToken ct) => this.Show(mediator.Send(new Posts(), ct), sites => Sites = sites);
}
