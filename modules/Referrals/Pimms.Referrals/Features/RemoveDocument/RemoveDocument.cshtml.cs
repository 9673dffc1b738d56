namespace Pimms.Referrals;

[Permission(ReferralsPermissions.WorkOnCases)]
internal sealed class RemoveDocumentPage(IMediator mediator) : ActPage(mediator)
{
    public ReferralDocument? Document { get; private set; }

    public override bool Possible => Referral.State == ReferralState.Draft;

    public Task<IActionResult> OnGetAsync(Guid id, Guid documentId, CancellationToken ct) => ShowOr404(ShowForm(id, ct), documentId);

    public Task<IActionResult> OnPostAsync(Guid id, Guid documentId, CancellationToken ct) =>
        this.SendOrShowAgain(new RemoveDocument(id, documentId), $"/referrals/{id}/documents", () => ShowOr404(ShowAgain(id, ct), documentId), ct).ThenNotify(this, "RemoveDocument.Done");

    private async Task<IActionResult> ShowOr404(Task<IActionResult> showing, Guid documentId)
    {
        var shown = await showing;
        Document = View?.Documents.SingleOrDefault(one => one.Id == documentId);
        return shown is PageResult && Document is null ? NotFound() : shown;
    }
}
