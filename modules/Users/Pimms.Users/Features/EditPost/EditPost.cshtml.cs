namespace Pimms.Users;

[Permission(UsersPermissions.ManagePosts)]
internal sealed class EditPostPage(IMediator mediator) : PageModel
{
    [BindProperty]
    public EditPost Input { get; set; } = new(default, default, new());

    /// <summary>The post as it stands now.</summary>
    public PostView Post { get; private set; } = default!;

    /// <summary>Somebody saved it while this was typed.</summary>
    public bool ChangedMeanwhile => ViewData["Refusal"] is Refusal { Type: RefusalTypes.Stale };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var shown = await Read(id, ct);
        if (Post is not null)
            Input = new(id, Post.Version, Post.Post);
        return shown;
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        this.SendOrShowAgain(Input with { PostId = id, Post = Input.Post ?? new() }, then: "/posts", again: () => Read(id, ct), ct).ThenNotify(this, "EditPost.Done");

    private Task<IActionResult> Read(Guid id, CancellationToken ct) => this.Show(mediator.Send(new PostToEdit(id), ct), post => Post = post);
}
