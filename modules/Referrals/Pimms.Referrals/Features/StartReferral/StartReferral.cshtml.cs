namespace Pimms.Referrals;

[Permission(ReferralsPermissions.WorkOnCases)]
internal sealed class StartReferralPage(IMediator mediator) : PageModel
{
    [BindProperty]
    public StartReferral Input { get; set; } = default!;

    public PartnersToAsk Choice { get; private set; } = default!;

    /// <summary>A partner that somebody suggested: it comes first.</summary>
    [BindProperty(SupportsGet = true, Name = "partner")]
    public Guid? Suggested { get; set; }

    /// <summary>The suggested one first, then those that the person agreed to, each by name.</summary>
    public IEnumerable<PartnerToAsk> Open => Choice.Partners.Where(partner => partner.IsOpen).OrderBy(partner => partner.Id != Suggested).ThenBy(partner => !partner.ConsentCovers);

    public IEnumerable<PartnerToAsk> Closed => Choice.Partners.Where(partner => !partner.IsOpen).OrderBy(partner => partner.Id != Suggested);

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => this.Show(mediator.Send(new WhomToAsk(id), ct), choice => Choice = choice);

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        this.SendOrShowAgain(Input with { CaseId = id, Answers = null, Prefilled = true }, then: referral => $"/referrals/{referral}/write", again: () => OnGetAsync(id, ct), ct);
}
