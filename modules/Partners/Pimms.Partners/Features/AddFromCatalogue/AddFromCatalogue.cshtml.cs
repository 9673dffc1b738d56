namespace Pimms.Partners;

[Permission(PartnersPermissions.Manage)]
internal sealed class AddFromCataloguePage(IMediator mediator) : PageModel
{
    [BindProperty] public AddFromCatalogue Input { get; set; } = new(Guid.Empty, "", "");

    public UnitFacts Unit { get; private set; } = default!;

    public CatalogueEntry Entry { get; private set; } = default!;

    public async Task<IActionResult> OnGetAsync(Guid id, string entry, CancellationToken ct)
    {
        if (FormCatalogue.Find(entry) is not { } found)
            return NotFound();
        Entry = found;
        if (string.IsNullOrEmpty(Input.Title))
            Input = Input with { Title = found.Document.Title };
        return await this.Show(mediator.Send(new ShowUnit(id), ct), unit => Unit = unit);
    }

    public Task<IActionResult> OnPostAsync(Guid id, string entry, CancellationToken ct) =>
        this.SendOrShowAgain(Input with { UnitId = id, Entry = entry }, then: procedure => $"/procedures/{procedure}/form", again: () => OnGetAsync(id, entry, ct), ct).ThenNotify(this, "AddFromCatalogue.Done");
}
