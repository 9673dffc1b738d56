namespace Pimms.Conventions;

[Permission(ConventionsPermissions.Read)]
internal sealed class ConventionListPage(IMediator mediator, CurrentUser user, PermissionTable permissions) : PageModel
{
    /// <summary>A state in lower case, <c>all</c>, or nothing for those that are not over.</summary>
    [BindProperty(SupportsGet = true)]
    public string? View { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public ConventionsPage Conventions { get; private set; } = default!;

    public bool MayManage => permissions.Allows(user, ConventionsPermissions.Manage);

    public bool IsPartner => user.Side == Side.Partner;

    public ConventionState? State => Enum.TryParse<ConventionState>(View, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null;

    /// <summary>A partner has no drafts to look for.</summary>
    public IEnumerable<ConventionState> States => Enum.GetValues<ConventionState>().Where(state => state != ConventionState.Draft || !IsPartner);

    public int Count(ConventionState state) => Conventions.Counts.GetValueOrDefault(state);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        this.Show(mediator.Send(new ConventionList { State = State, Current = State is null && View != "all", Q = Q, After = After }, ct), page => Conventions = page);
}
