namespace Pimms.Users;

[Permission(UsersPermissions.ReadOwnProfile)]
internal sealed class ProfilePage(IMediator mediator) : PageModel
{
    [BindProperty]
    public ChooseMails Input { get; set; } = new();

    public OwnProfile Own { get; private set; } = default!;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.Show(mediator.Send(new Profile(), ct), own =>
    {
        Own = own;
        ModelState.Remove("Input.Version");
        Input = new() { Version = own.Mails.Version, Delivery = own.Mails.Delivery };
    });

    /// <summary>The button that saves how one wants to be told.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        this.SendOrShowAgain(Input, then: "/profile", again: () => OnGetAsync(ct), ct).ThenNotify(this, "ChooseMails.Done");
}
