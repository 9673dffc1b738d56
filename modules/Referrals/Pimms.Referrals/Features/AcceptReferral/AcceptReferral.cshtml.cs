namespace Pimms.Referrals;

[Permission(ReferralsPermissions.Answer)]
internal sealed class AcceptReferralPage(IMediator mediator) : ActPage(mediator)
{
    [BindProperty]
    public AcceptReferral Input { get; set; } = new(default, 0, null);

    /// <summary>Who could be named.</summary>
    public IReadOnlyList<Choice> Colleagues { get; private set; } = [];

    protected override Move? Move => Referrals.Move.Accept;

    protected override async Task Prepare(CancellationToken ct) => Colleagues = (await Mediator.Send(new ColleaguesOf(Referral.Id), ct)).Value;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => ShowForm(id, ct);

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) => SendOrShowAgain(Input with { ReferralId = id }, id, Input.Version, "Accept.Done", ct);
}
