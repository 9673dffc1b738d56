namespace Pimms.Referrals;

[Permission(ReferralsPermissions.WorkOnCases)]
internal sealed class DownloadCaseFilePage(IMediator mediator) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid caseFileId, CancellationToken ct) =>
        (await mediator.Send(new DownloadCaseFile(id, caseFileId), ct)).TryGet(out var download) ? download : NotFound();
}
