namespace Pimms.Referrals;

[Permission(ReferralsPermissions.Answer)]
internal sealed class AssignReferralPage(IMediator mediator) : ActPage(mediator)
{
    [BindProperty]
    public AssignReferral Input { get; set; } = new(default, 0, null);

    public IReadOnlyList<Choice> Colleagues { get; private set; } = [];

    protected override async Task Prepare(CancellationToken ct) => Colleagues = (await Mediator.Send(new ColleaguesOf(Referral.Id), ct)).Value;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => ShowForm(id, ct);

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) => SendOrShowAgain(Input with { ReferralId = id }, id, Input.Version, "Assign.Done", ct);
}
