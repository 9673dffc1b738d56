namespace Pimms.Referrals;

[Permission(ReferralsPermissions.WorkOnCases)]
internal sealed class DiscardDraftPage(IMediator mediator) : PageModel
{
    [BindProperty]
    public DiscardDraft Input { get; set; } = default!;

    /// <summary>Where to go on, once the draft is gone.</summary>
    [BindProperty]
    public Guid CaseId { get; set; }

    public DraftView Draft { get; private set; } = default!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var shown = await Read(id, ct);
        return Draft is { IsDraft: false } ? LocalRedirect($"/referrals/{id}") : shown;
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        this.SendOrShowAgain(Input with { ReferralId = id }, then: $"/cases/{CaseId}", again: () => Read(id, ct), ct).ThenNotify(this, "DiscardDraft.Done");

    private Task<IActionResult> Read(Guid id, CancellationToken ct) => this.Show(mediator.Send(new ReadDraft(id), ct), draft => Draft = draft);
}
