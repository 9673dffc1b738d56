namespace Pimms.Partners;

[Permission(PartnersPermissions.Manage)]
internal sealed class EditProcedurePage(IMediator mediator) : PageModel
{
    [BindProperty] public EditProcedure Input { get; set; } = new(Guid.Empty, 0, "", "");

    public ProcedureFacts Procedure { get; private set; } = default!;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => this.Show(mediator.Send(new ShowProcedure(id), ct), procedure =>
        (Procedure, Input) = (procedure, new(id, this.VersionToSend(Input.Version, procedure.Version), procedure.Title, procedure.Description)));

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        this.SendOrShowAgain(Input with { ProcedureId = id }, then: partner => $"/partners/{partner}#procedure-{id}", again: () => OnGetAsync(id, ct), ct);
}
