namespace Pimms.Users;

[Permission(UsersPermissions.ReadColleagues)]
internal sealed class ColleaguesPage(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true, Name = "after")]
    public Guid? After { get; set; }

    public ColleagueList List { get; private set; } = default!;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.Show(mediator.Send(new Colleagues(Q, After), ct), list => List = list);
}
