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

    public string WantedNames => string.Join(", ", Wanted.Select(partner => View.PartnerNames.GetValueOrDefault(partner)).OfType<string>().Order(StringComparer.CurrentCulture));

    /// <summary>The paper to sign, for what is chosen so far.</summary>
    public string MandateAddress => MandateLinks.ToPrint(View.Case.Id, Input?.PartnerIds is { Count: > 0 } chosen ? chosen : Wanted, Input?.Categories ?? [], Input?.ValidUntil);

    /// <summary>Whom the page that led here needs it for, or whom the consent that it continues is for: said, and not ticked.</summary>
    public IReadOnlyList<Guid> Wanted { get; private set; } = [];

    public IReadOnlyList<ConsentCategory> WantedCategories { get; private set; } = [];

    /// <summary>
    /// A page that leads here says what it knows already. Only what stands on a paper that the person signs is ticked: anything else is
    /// the person's to say first, a consent that is renewed too.
    /// </summary>
    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery] Guid[] partner, [FromQuery] ConsentCategory[] category, ConsentKind? kind, DateOnly? until, Guid? renews, CancellationToken ct)
    {
        var shown = await Read(id, ct);
        var year = dates.Today.AddYears(1);
        var before = View?.Case.Consents.SingleOrDefault(one => one.Id == renews);
        var signed = before is null && kind == ConsentKind.WrittenMandate;
        WantedCategories = signed ? [] : before is null ? [.. category] : [.. before.Categories];
        Wanted = signed ? [] : before is null ? partner : [.. before.Partners];
        Input = before is null
            ? new(id, signed ? kind : null, signed ? partner : [], dates.Today, until ?? year, signed ? category : [])
            : new(id, null, [], dates.Today, year, [], before.RepresentativeName, before.RepresentativeQuality, null, before.Id);
        return shown;
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        this.SendOrShowAgain(Input with { CaseId = id, Categories = Input.Categories ?? [] }, then: _ => NextAddress(id), again: () => Read(id, ct), ct).ThenNotify(this, "RecordConsent.Done");

    public string NextAddress(Guid id) => Url.IsLocalUrl(Back) ? Back : $"/cases/{id}";

    private Task<IActionResult> Read(Guid id, CancellationToken ct) => this.Show(mediator.Send(new ReadCase(id), ct), view => View = view);
}
