namespace Pimms.Partners;

[Permission(PartnersPermissions.Manage)]
internal sealed class AddProcedurePage(IMediator mediator) : PageModel
{
    [BindProperty] public AddProcedure Input { get; set; } = new(Guid.Empty, "", "");

    public UnitFacts Unit { get; private set; } = default!;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => this.Show(mediator.Send(new ShowUnit(id), ct), unit => Unit = unit);

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        this.SendOrShowAgain(Input with { UnitId = id }, then: procedure => $"/procedures/{procedure}/form", again: () => OnGetAsync(id, ct), ct);
}
