namespace Pimms.Referrals;

/// <summary>The proof of a consent: what there is, another one, and with <c>?handler=file</c> the file itself.</summary>
[Permission(ReferralsPermissions.WorkOnCases)]
internal sealed class AttachEvidencePage(IMediator mediator) : PageModel
{
    [BindProperty]
    public AttachEvidence Input { get; set; } = new(default, default, null);

    public CaseView View { get; private set; } = default!;

    public string? KeptName { get; private set; }

    public Task<IActionResult> OnGetAsync(Guid id, Guid consentId, CancellationToken ct) => Read(id, consentId, ct);

    public async Task<IActionResult> OnGetFileAsync(Guid id, Guid consentId, CancellationToken ct) =>
        (await mediator.Send(new EvidenceFile(id, consentId), ct)).TryGet(out var download) ? download : NotFound();

    public Task<IActionResult> OnPostAsync(Guid id, Guid consentId, CancellationToken ct) =>
        this.SendOrShowAgain(new AttachEvidence(id, consentId, Input?.File), then: $"/cases/{id}", again: () => Read(id, consentId, ct), ct).ThenNotify(this, "AttachEvidence.Done");

    private async Task<IActionResult> Read(Guid id, Guid consentId, CancellationToken ct)
    {
        var shown = await this.Show(mediator.Send(new ReadCase(id), ct), view => View = view);
        KeptName = View?.Evidence.GetValueOrDefault(consentId);
        return View?.Case.Consents.Any(one => one.Id == consentId) == true ? shown : NotFound();
    }
}
