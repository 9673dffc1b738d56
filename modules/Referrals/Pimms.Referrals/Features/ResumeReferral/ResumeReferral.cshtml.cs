namespace Pimms.Referrals;

[Permission(ReferralsPermissions.Answer)]
internal sealed class ResumeReferralPage(IMediator mediator) : ActPage(mediator)
{
    [BindProperty]
    public ResumeReferral Input { get; set; } = new(default, 0);

    protected override Move? Move => Referrals.Move.Resume;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => ShowForm(id, ct);

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) => SendOrShowAgain(Input with { ReferralId = id }, id, Input.Version, "Resume.Done", ct);
}
