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

    public Task<IActionResult> OnGetAsync(Guid id, Guid? partner, CancellationToken ct)
    {
        Input = new(id, null, partner is { } known ? [known] : [], dates.Today, dates.Today.AddYears(1));
        return Read(id, ct);
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        this.SendOrShowAgain(Input with { CaseId = id }, then: _ => NextAddress(id), again: () => Read(id, ct), ct).ThenNotify(this, "RecordConsent.Done");

    public string NextAddress(Guid id) => Url.IsLocalUrl(Back) ? Back : $"/cases/{id}";

    private Task<IActionResult> Read(Guid id, CancellationToken ct) => this.Show(mediator.Send(new ReadCase(id), ct), view => View = view);
}
