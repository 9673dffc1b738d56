namespace Pimms.Partners;

[Permission(PartnersPermissions.Manage)]
internal sealed class AddUnitPage(IMediator mediator) : PageModel
{
    [BindProperty] public AddUnit Input { get; set; } = new(Guid.Empty, "", null, "");

    public PartnerSheet Partner { get; private set; } = default!;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => this.Show(mediator.Send(new ShowPartner(id), ct), partner => Partner = partner);

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        this.SendOrShowAgain(Input with { PartnerId = id }, then: unit => $"/partners/{id}#unit-{unit}", again: () => OnGetAsync(id, ct), ct);
}
