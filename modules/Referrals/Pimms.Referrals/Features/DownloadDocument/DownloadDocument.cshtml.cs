namespace Pimms.Referrals;

[Permission(ReferralsPermissions.ReadReferrals)]
internal sealed class DownloadDocumentPage(IMediator mediator) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid documentId, CancellationToken ct) =>
        (await mediator.Send(new DownloadDocument(id, documentId), ct)).TryGet(out var download) ? download : NotFound();
}
