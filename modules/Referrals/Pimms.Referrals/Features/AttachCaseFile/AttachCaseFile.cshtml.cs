namespace Pimms.Referrals;

/// <summary>The files of a case, and one more.</summary>
[Permission(ReferralsPermissions.WorkOnCases)]
internal sealed class AttachCaseFilePage(IMediator mediator, Texts texts) : PageModel
{
    [BindProperty]
    public AttachCaseFile Input { get; set; } = new(default, null);

    public CaseView View { get; private set; } = default!;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => this.Show(mediator.Send(new ReadCase(id), ct), view => View = view);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        var there = $"/cases/{id}/files";
        var answer = await this.SendOrShowAgain(new AttachCaseFile(id, Input?.File), _ => there, () => OnGetAsync(id, ct), ct).ThenNotify(this, "AttachCaseFile.Done");
        return this.InWords(answer, there, texts);
    }
}
