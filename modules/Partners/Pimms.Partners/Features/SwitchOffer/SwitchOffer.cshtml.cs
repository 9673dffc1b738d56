namespace Pimms.Partners;

[Permission(PartnersPermissions.Manage)]
internal sealed class SwitchOfferPage(IMediator mediator) : PageModel
{
    [BindProperty] public SwitchOffer Input { get; set; } = new(default, Guid.Empty, 0, false);

    public OfferFacts Offer { get; private set; } = default!;

    public async Task<IActionResult> OnGetAsync(OfferKind kind, Guid id, string turn, CancellationToken ct)
    {
        var shown = await this.Show(mediator.Send(new ShowOffer(kind, id), ct), offer => Offer = offer);
        Input = new(kind, id, Offer?.Version ?? 0, Active: turn == "reactivate");
        // Somebody already did it.
        return Offer is not null && Offer.Active == Input.Active ? LocalRedirect($"/partners/{Offer.PartnerId}") : shown;
    }

    public Task<IActionResult> OnPostAsync(OfferKind kind, Guid id, string turn, CancellationToken ct) =>
        this.SendOrShowAgain(Input = Input with { Kind = kind, Id = id, Active = turn == "reactivate" }, then: Done, again: () => OnGetAsync(kind, id, turn, ct), ct);

    private string Done(SwitchedOffer offer)
    {
        this.Notify(Input.Active ? "SwitchOffer.On.Done" : "SwitchOffer.Off.Done", offer.Name);
        return $"/partners/{offer.PartnerId}";
    }
}
