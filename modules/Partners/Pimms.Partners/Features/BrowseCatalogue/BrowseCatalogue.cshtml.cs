namespace Pimms.Partners;

[Permission(PartnersPermissions.Manage)]
internal sealed class BrowseCataloguePage(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Q { get; set; }

    [BindProperty(SupportsGet = true)] public CatalogueTheme? Theme { get; set; }

    public CatalogueForUnit Catalogue { get; private set; } = default!;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => this.Show(mediator.Send(new BrowseCatalogue(id, Q, Theme), ct), catalogue => Catalogue = catalogue);
}
