namespace Pimms.Conventions;

[Permission(ConventionsPermissions.Manage)]
internal sealed class NameReferentsPage(IMediator mediator) : PageModel
{
    [BindProperty]
    public NameReferents Input { get; set; } = new();

    public ConventionView Convention { get; private set; } = default!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var shown = await Read(id, ct);
        if (Convention is not null)
            Input = new() { Referents = Convention.NamedReferents };
        return shown;
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        this.SendOrShowAgain(Input with { Id = id }, then: $"/conventions/{id}", again: () => Read(id, ct), ct).ThenNotify(this, "NameReferents.Done");

    private async Task<IActionResult> Read(Guid id, CancellationToken ct)
    {
        var shown = await this.ShowAct(mediator, id, ConventionMove.Keep, view => Convention = view, ct);
        return Convention is null ? shown : await this.ShowContent(mediator, Convention.PartnerId, ct);
    }
}
