namespace Pimms.Users;

[Permission(UsersPermissions.ReadPeople)]
internal sealed class PeoplePage(IMediator mediator, CurrentUser user, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true, Name = "role")]
    public Role? Role { get; set; }

    [BindProperty(SupportsGet = true, Name = "side")]
    public Side? Side { get; set; }

    [BindProperty(SupportsGet = true, Name = "active")]
    public bool Active { get; set; } = true;

    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    public PeopleList List { get; private set; } = default!;

    public bool MayInvite => user.MayManage(Kernel.Role.PartnerAgent) || user.MayManage(Kernel.Role.Mediator);

    /// <summary>Only administrators have people of both sides to tell apart.</summary>
    public bool BothSides => user.Role == Kernel.Role.Administrator;

    public bool Filtered => !string.IsNullOrWhiteSpace(Q) || Role is not null || Side is not null;

    public IReadOnlyList<Choice> Sides => [new("Association", texts["People.Association"]), new("Partner", texts["People.Partners"])];

    public Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        this.Show(mediator.Send(new People { Q = Q, Role = Role, Side = Side, Active = Active, After = After }, ct), list => List = list);
}
