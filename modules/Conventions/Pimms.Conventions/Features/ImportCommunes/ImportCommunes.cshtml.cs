namespace Pimms.Conventions;

[Permission(ConventionsPermissions.Manage)]
internal sealed class ImportCommunesPage(IMediator mediator) : PageModel
{
    private const string Here = "/communes/import";

    [BindProperty]
    public ReadCommuneFile Input { get; set; } = new();

    public FileInHandView View { get; private set; } = default!;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.Show(mediator.Send(new FileInHand(), ct), view => View = view);

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => this.SendOrShowAgain(Input ?? new(), then: Here, again: () => OnGetAsync(ct), ct);

    public Task<IActionResult> OnPostApplyAsync(CancellationToken ct) =>
        this.SendOrShowAgain(new ImportCommunes(), then: "/communes", again: () => OnGetAsync(ct), ct).ThenNotify(this, "ImportCommunes.Done");

    public Task<IActionResult> OnPostDiscardAsync(CancellationToken ct) =>
        this.SendOrShowAgain(new DiscardCommuneFile(), then: Here, again: () => OnGetAsync(ct), ct).ThenNotify(this, "ImportCommunes.Discarded");
}
