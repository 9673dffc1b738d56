namespace Pimms.Referrals;

[Permission(ReferralsPermissions.WorkOnCases)]
internal sealed class ProvideInformationPage(IMediator mediator) : ActPage(mediator)
{
    [BindProperty]
    public ProvideInformation Input { get; set; } = new(default, 0, null, null);

    protected override Move? Move => Referrals.Move.ProvideInformation;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => ShowForm(id, ct);

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) => SendOrShowAgain(Input with { ReferralId = id }, id, Input.Version, "ProvideInformation.Done", ct);
}
