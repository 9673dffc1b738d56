namespace Pimms.Referrals;

[Permission(ReferralsPermissions.WorkOnCases)]
internal sealed class CloseReferralPage(IMediator mediator) : ActPage(mediator)
{
    [BindProperty]
    public CloseReferral Input { get; set; } = new(default, 0, null, null, null);

    protected override Move? Move => Referrals.Move.Close;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => ShowForm(id, ct);

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) => SendOrShowAgain(Input with { ReferralId = id }, id, Input.Version, "Close.Done", ct);
}
