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

    public async Task<IActionResult> OnPostAsync(OfferKind kind, Guid id, string turn, CancellationToken ct)
    {
        var offer = await mediator.Send(new ShowOffer(kind, id), ct);
        if (offer.Refusal is not null)
            return NotFound();
        var done = await this.SendOrShowAgain(Input with { Kind = kind, Id = id, Active = turn == "reactivate" }, then: $"/partners/{offer.Value.PartnerId}", again: () => OnGetAsync(kind, id, turn, ct), ct);
        if (done is LocalRedirectResult && ModelState.IsValid)
            this.Notify(turn == "reactivate" ? "SwitchOffer.On.Done" : "SwitchOffer.Off.Done", offer.Value.Name);
        return done;
    }
}
