namespace Pimms.Referrals;

[Permission(ReferralsPermissions.WorkOnCases)]
internal sealed class WithdrawReferralPage(IMediator mediator) : ActPage(mediator)
{
    [BindProperty]
    public WithdrawReferral Input { get; set; } = new(default, 0, null, null);

    /// <summary>A withdrawn agreement is withdrawn on the case.</summary>
    public static bool IsForThisPage(Choice reason) => reason.Value != nameof(WithdrawReason.ConsentWithdrawn);

    protected override Move? Move => Referrals.Move.Withdraw;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => ShowForm(id, ct);

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) => SendOrShowAgain(Input with { ReferralId = id }, id, Input.Version, "Withdraw.Done", ct);
}
