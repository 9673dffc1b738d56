namespace Pimms.Partners;

[Permission(PartnersPermissions.Manage)]
internal sealed class EditPartnerPage(IMediator mediator) : PageModel
{
    [BindProperty] public EditPartner Input { get; set; } = new(Guid.Empty, 0, "", null);

    public PartnerSheet Partner { get; private set; } = default!;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => this.Show(mediator.Send(new ShowPartner(id), ct), partner =>
        (Partner, Input) = (partner, new(id, this.VersionToSend(Input.Version, partner.Version), partner.Name, partner.Kind)));

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        this.SendOrShowAgain(Input with { PartnerId = id }, then: $"/partners/{id}", again: () => OnGetAsync(id, ct), ct);
}
