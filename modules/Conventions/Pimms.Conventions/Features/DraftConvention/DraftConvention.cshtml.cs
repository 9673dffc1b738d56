namespace Pimms.Conventions;

[Permission(ConventionsPermissions.Manage)]
internal sealed class DraftConventionPage(IMediator mediator) : PageModel
{
    /// <summary>With whom; chosen first, because the rest depends on it.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? PartnerId { get; set; }

    [BindProperty]
    public DraftConvention Input { get; set; } = new();

    public DraftChoicesView Choices { get; private set; } = default!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var shown = await Read(ct);
        if (Choices?.Partner is not null)
            Input = new() { Renewal = new() };
        return shown;
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        this.SendOrShowAgain(Input with { PartnerId = PartnerId, Part = ContentPart.Agreement }, then: id => $"/conventions/{id}/edit/territory", again: () => Read(ct), ct).ThenNotify(this, "DraftConvention.Done");

    private Task<IActionResult> Read(CancellationToken ct) => this.Show(mediator.Send(new DraftChoices(PartnerId), ct), choices =>
    {
        Choices = choices;
        ViewData["Partner"] = choices.Partner;
    });
}
