namespace Pimms.Referrals;

[Permission(ReferralsPermissions.WorkOnCases)]
internal sealed class WithdrawConsentPage(IMediator mediator) : PageModel
{
    public WithdrawalPreview Preview { get; private set; } = default!;

    public Task<IActionResult> OnGetAsync(Guid id, Guid consentId, CancellationToken ct) =>
        this.Show(mediator.Send(new ConsentToWithdraw(id, consentId), ct), preview => Preview = preview);

    public Task<IActionResult> OnPostAsync(Guid id, Guid consentId, CancellationToken ct) =>
        this.SendOrShowAgain(new WithdrawConsent(id, consentId), then: $"/cases/{id}", again: () => OnGetAsync(id, consentId, ct), ct).ThenNotify(this, "WithdrawConsent.Done");
}
