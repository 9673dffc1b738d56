namespace Pimms.Referrals;

[Permission(ReferralsPermissions.WorkOnCases)]
internal sealed class RemoveCaseFilePage(IMediator mediator) : PageModel
{
    public CaseView View { get; private set; } = default!;

    public CaseFile? Kept { get; private set; }

    public Task<IActionResult> OnGetAsync(Guid id, Guid caseFileId, CancellationToken ct) => Read(id, caseFileId, ct);

    public Task<IActionResult> OnPostAsync(Guid id, Guid caseFileId, CancellationToken ct) =>
        this.SendOrShowAgain(new RemoveCaseFile(id, caseFileId), $"/cases/{id}/files", () => Read(id, caseFileId, ct), ct).ThenNotify(this, "RemoveDocument.Done");

    private async Task<IActionResult> Read(Guid id, Guid caseFileId, CancellationToken ct)
    {
        var shown = await this.Show(mediator.Send(new ReadCase(id), ct), view => View = view);
        Kept = View?.Files.SingleOrDefault(one => one.Id == caseFileId);
        return Kept is null ? NotFound() : shown;
    }
}
