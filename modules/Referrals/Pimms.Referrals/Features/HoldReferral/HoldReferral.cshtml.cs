namespace Pimms.Referrals;

[Permission(ReferralsPermissions.Answer)]
internal sealed class HoldReferralPage(IMediator mediator, TimeProvider clock) : ActPage(mediator)
{
    [BindProperty]
    public HoldReferral Input { get; set; } = new(default, 0, null, null, null);

    /// <summary>All holds together have a bound: this is what is left of it.</summary>
    public DateOnly LastDay => Referral.LastDayOfHold(clock.GetUtcNow());

    protected override Move? Move => Referrals.Move.Hold;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => ShowForm(id, ct);

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) => SendOrShowAgain(Input with { ReferralId = id }, id, Input.Version, "Hold.Done", ct);
}
