namespace Pimms.Referrals;

[Permission(ReferralsPermissions.WorkOnCases)]
internal sealed class ReopenReferralPage(IMediator mediator) : ActPage(mediator)
{
    [BindProperty]
    public ReopenReferral Input { get; set; } = new(default, 0, null);

    protected override Move? Move => Referrals.Move.Reopen;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => ShowForm(id, ct);

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) => SendOrShowAgain(Input with { ReferralId = id }, id, Input.Version, "Reopen.Done", ct);
}
