namespace Pimms.Conventions;

[Permission(ConventionsPermissions.Manage)]
internal sealed class DecideSettingsPage(IMediator mediator) : PageModel
{
    [BindProperty]
    public DecideSettings Input { get; set; } = new();

    public ConventionSettings Settings { get; private set; } = default!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var shown = await Read(ct);
        Input = new() { SecondAdministrator = Settings.SecondAdministrator };
        return shown;
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        this.SendOrShowAgain(Input, then: "/conventions/settings", again: () => Read(ct), ct).ThenNotify(this, "DecideSettings.Done");

    private Task<IActionResult> Read(CancellationToken ct) => this.Show(mediator.Send(new ReadSettings(), ct), settings => Settings = settings);
}
