namespace Pimms.Referrals;

/// <summary>The files of a referral, and one more. With script the form asks for words instead of a page, so that nothing chosen is lost.</summary>
[Permission(ReferralsPermissions.ReadReferrals)]
internal sealed class AttachDocumentPage(IMediator mediator, CurrentUser user, Texts texts) : ActPage(mediator)
{
    [BindProperty]
    public AttachDocument Input { get; set; } = new(default, null, Visibility.Shared);

    public override bool Possible => Referral.TakesDocumentsOf(user.Side);

    public bool IsDraft => Referral.State == ReferralState.Draft;

    /// <summary>What the procedure requires before the draft can be sent.</summary>
    public IReadOnlyList<string> Missing => IsDraft ? RequiredDocuments.Missing(View.Form, View.Documents) : [];

    /// <summary>What the case has; nothing for a partner.</summary>
    public IReadOnlyList<CaseFile> CaseFiles { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => ShowForm(id, ct);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        var there = $"/referrals/{id}/documents";
        var answer = await this.SendOrShowAgain(Input with { ReferralId = id }, _ => there, () => ShowAgain(id, ct), ct).ThenNotify(this, "AttachDocument.Done");
        return this.InWords(answer, there, texts);
    }

    protected override async Task Prepare(CancellationToken ct) => CaseFiles = (await Mediator.Send(new CaseFilesFor(Referral.Id), ct)).Value;
}
