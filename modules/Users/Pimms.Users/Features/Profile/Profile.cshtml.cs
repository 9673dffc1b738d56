namespace Pimms.Users;

[Permission(UsersPermissions.ReadOwnProfile)]
internal sealed class ProfilePage(IMediator mediator) : PageModel
{
    public PersonView Person { get; private set; } = default!;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.Show(mediator.Send(new Profile(), ct), person => Person = person);
}
