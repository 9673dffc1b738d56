namespace Pimms.Conventions;

[Permission(ConventionsPermissions.Read)]
internal sealed class DownloadFilePage(IMediator mediator) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid fileId, CancellationToken ct) =>
        (await mediator.Send(new DownloadFile(id, fileId), ct)).TryGet(out var download) ? download : NotFound();
}
