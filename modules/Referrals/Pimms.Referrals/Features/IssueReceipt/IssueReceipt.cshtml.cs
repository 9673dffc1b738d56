namespace Pimms.Referrals;

[Permission(ReferralsPermissions.WorkOnCases)]
internal sealed class IssueReceiptPage(IMediator mediator) : PageModel
{
    public ReceiptView View { get; private set; } = default!;

    /// <summary>In which the paper is printed then.</summary>
    [BindProperty(SupportsGet = true, Name = "language")]
    public string? Language { get; set; }

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => this.Show(mediator.Send(new ReadReceipt(id, null), ct), view => View = view);

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) => this.SendOrShowAgain(
        new IssueReceipt(id), then: code => $"/cases/{id}/receipt?code={code}&language={PrintLanguage.Of(Language).Code}", again: () => OnGetAsync(id, ct), ct);
}
