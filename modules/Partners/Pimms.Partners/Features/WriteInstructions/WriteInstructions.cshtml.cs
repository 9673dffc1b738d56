namespace Pimms.Partners;

[Permission(PartnersPermissions.Instruct)]
internal sealed class WriteInstructionsPage(IMediator mediator) : PageModel
{
    [BindProperty] public WriteInstructions Input { get; set; } = new(Guid.Empty, 0, "");

    public UnitFacts Unit { get; private set; } = default!;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => this.Show(mediator.Send(new ShowUnit(id), ct), unit =>
        (Unit, Input) = (unit, new(id, this.VersionToSend(Input.Version, unit.Version), unit.Instructions)));

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        this.SendOrShowAgain(Input with { UnitId = id }, then: partner => $"/partners/{partner}#unit-{id}", again: () => OnGetAsync(id, ct), ct);
}
