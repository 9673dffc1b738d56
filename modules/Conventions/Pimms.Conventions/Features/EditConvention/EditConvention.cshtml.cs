namespace Pimms.Conventions;

[Permission(ConventionsPermissions.Manage)]
internal sealed class EditConventionPage(IMediator mediator) : PageModel
{
    [BindProperty]
    public EditConvention Input { get; set; } = new();

    /// <summary>The convention as it stands now.</summary>
    public ConventionView Convention { get; private set; } = default!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var shown = await Read(id, ct);
        if (ViewData["Partner"] is PartnerDetails partner)
            Input = AsItStands(partner);
        return shown;
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        this.SendOrShowAgain(Input with { Id = id }, then: $"/conventions/{id}", again: () => Read(id, ct), ct).ThenNotify(this, "EditConvention.Done");

    private async Task<IActionResult> Read(Guid id, CancellationToken ct)
    {
        var shown = await this.ShowAct(mediator, id, ConventionMove.Edit, view => Convention = view, ct);
        return Convention is null || shown is LocalRedirectResult
            ? shown
            : await this.Show(mediator.Send(new DraftChoices(Convention.PartnerId), ct), choices => ViewData["Partner"] = choices.Partner);
    }

    private EditConvention AsItStands(PartnerDetails partner) => new()
    {
        Reference = Convention.Reference,
        Title = Convention.Title,
        Purpose = Convention.Current.Purpose,
        StartsOn = Convention.StartsOn,
        EndsOn = Convention.EndsOn,
        Communes = [string.Join(", ", Convention.Current.Communes)],
        Procedures = BlankContent.Procedures(partner, Convention.Current.Commitments),
        DisclosedFields = BlankContent.Fields(Convention.Current.Disclosed),
        LegalBasis = Convention.Current.LegalBasis,
        RetentionMonths = Convention.Current.RetentionMonths,
        NirAllowed = Convention.Current.NirAllowed,
    };
}
