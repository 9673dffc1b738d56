namespace Pimms.Referrals;

[Permission(ReferralsPermissions.WorkOnCases)]
internal sealed class WithdrawConsentPage(IMediator mediator) : PageModel
{
    [BindProperty]
    public WithdrawConsent Input { get; set; } = new(default, default);

    public WithdrawalPreview Preview { get; private set; } = default!;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid consentId, CancellationToken ct)
    {
        var shown = await Read(id, consentId, ct);
        // From everybody, unless the person says otherwise.
        Input = new(id, consentId, [.. Preview?.Consent.Partners ?? []]);
        return IsWithdrawn ? NotFound() : shown;
    }

    public Task<IActionResult> OnPostAsync(Guid id, Guid consentId, CancellationToken ct) =>
        this.SendOrShowAgain(new WithdrawConsent(id, consentId, Input?.PartnerIds ?? []), then: $"/cases/{id}", again: () => Again(id, consentId, ct), ct).ThenNotify(this, "WithdrawConsent.Done");

    private bool IsWithdrawn => Preview is { Consent.WithdrawnAt: not null };

    /// <summary>What somebody withdrew meanwhile is seen on the case: there is nothing left to ask.</summary>
    private async Task<IActionResult> Again(Guid id, Guid consentId, CancellationToken ct)
    {
        var shown = await Read(id, consentId, ct);
        return IsWithdrawn ? LocalRedirect($"/cases/{id}") : shown;
    }

    private Task<IActionResult> Read(Guid id, Guid consentId, CancellationToken ct) => this.Show(mediator.Send(new ConsentToWithdraw(id, consentId), ct), preview => Preview = preview);
}
