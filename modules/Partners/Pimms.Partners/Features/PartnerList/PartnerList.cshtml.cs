namespace Pimms.Partners;

[Permission(PartnersPermissions.Read)]
internal sealed class PartnerListPage(IMediator mediator, CurrentUser user) : PageModel
{
    [BindProperty(SupportsGet = true)] public PartnerKind? Kind { get; set; }

    public PartnerListing List { get; private set; } = default!;

    public async Task<IActionResult> OnGetAsync(Guid? after, CancellationToken ct) =>
        // A partner has one page: its own.
        user.PartnerId is { } own ? LocalRedirect($"/partners/{own}")
        : await this.Show(mediator.Send(new PartnerList(Kind, after), ct), list => List = list);
}
