namespace Pimms.Conventions;

[Permission(ConventionsPermissions.FindCommunes)]
internal sealed class CommunesPage(IMediator mediator, CurrentUser user, PermissionTable permissions) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public CommunesFound Communes { get; private set; } = default!;

    public bool MayImport => permissions.Allows(user, ConventionsPermissions.Manage);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.Show(mediator.Send(new Communes { Q = Q, After = After }, ct), page => Communes = page);

    /// <summary>For the script of a field: the first few as JSON.</summary>
    public async Task<IActionResult> OnGetSuggestionsAsync(CancellationToken ct) => new JsonResult((await mediator.Send(new SuggestCommunes(Q), ct)).Value);
}
