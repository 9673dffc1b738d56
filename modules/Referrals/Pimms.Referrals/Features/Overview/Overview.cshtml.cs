namespace Pimms.Referrals;

[Permission(ReferralsPermissions.Oversee)]
internal sealed class OverviewPage(IMediator mediator, Texts texts) : PageModel
{
    public Overview Query { get; private set; } = new();

    public OverviewPageOf Found { get; private set; } = default!;

    public bool IsNarrowed => Query is not { Q: null or "", PartnerId: null, SiteId: null, State: null, Late: false };

    /// <summary>A draft was never sent: nobody but its site knows of it.</summary>
    public IEnumerable<Choice> States => Choice.Of<ReferralState>(texts).Where(choice => choice.Value != nameof(ReferralState.Draft));

    public Task<IActionResult> OnGetAsync(Overview query, CancellationToken ct) => this.Show(mediator.Send(Query = query, ct), found => Found = found);
}
