namespace Pimms.Partners;

[Permission(PartnersPermissions.Read)]
internal sealed class ShowPartnerPage(IMediator mediator) : PageModel
{
    public PartnerSheet Partner { get; private set; } = default!;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => this.Show(mediator.Send(new ShowPartner(id), ct), partner => Partner = partner);
}
