namespace Pimms.Referrals;

[Permission(ReferralsPermissions.WorkOnCases)]
internal sealed class RecordConsentPage(IMediator mediator, Dates dates) : PageModel
{
    [BindProperty]
    public RecordConsent Input { get; set; } = default!;

    /// <summary>Where the need for it showed; an address of ours, or nothing.</summary>
    [BindProperty(SupportsGet = true, Name = "back")]
    public string? Back { get; set; }

    public CaseView View { get; private set; } = default!;

    /// <summary>The paper to sign, for what is chosen so far.</summary>
    public string MandateAddress => MandateLinks.ToPrint(View.Case.Id, Input?.PartnerIds ?? [], Input?.Categories ?? [], Input?.ValidUntil);

    /// <summary>A page that leads here says what it knows already: whom it is for, what, how long, or which consent it continues.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery] Guid[] partner, [FromQuery] ConsentCategory[] category, ConsentKind? kind, DateOnly? until, Guid? renews, CancellationToken ct)
    {
        var shown = await Read(id, ct);
        var year = dates.Today.AddYears(1);
        var before = View?.Case.Consents.SingleOrDefault(one => one.Id == renews);
        Input = before is null
            ? new(id, kind, partner, dates.Today, until ?? year, category.Length > 0 ? category : ConsentCategories.All)
            : new(id, before.Kind, [.. before.Partners], dates.Today, year, before.Categories, before.RepresentativeName, before.RepresentativeQuality, null, before.Id);
        return shown;
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        this.SendOrShowAgain(Input with { CaseId = id, Categories = Input.Categories ?? [] }, then: _ => NextAddress(id), again: () => Read(id, ct), ct).ThenNotify(this, "RecordConsent.Done");

    public string NextAddress(Guid id) => Url.IsLocalUrl(Back) ? Back : $"/cases/{id}";

    private Task<IActionResult> Read(Guid id, CancellationToken ct) => this.Show(mediator.Send(new ReadCase(id), ct), view => View = view);
}
