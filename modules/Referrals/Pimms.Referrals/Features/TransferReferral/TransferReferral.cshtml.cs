namespace Pimms.Referrals;

[Permission(ReferralsPermissions.Answer)]
internal sealed class TransferReferralPage(IMediator mediator) : ActPage(mediator)
{
    [BindProperty]
    public TransferReferral Input { get; set; } = new(default, 0, null, null);

    /// <summary>The partner's other units.</summary>
    public IReadOnlyList<Choice> Units { get; private set; } = [];

    protected override async Task Prepare(CancellationToken ct) => Units = (await Mediator.Send(new OtherUnits(Referral.To.PartnerId, Referral.To.UnitId), ct)).Value;

    /// <summary>The referral may be out of one's sight now.</summary>
    protected override string Then(Guid id) => "/referrals";

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => ShowForm(id, ct);

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) => SendOrShowAgain(Input with { ReferralId = id }, id, Input.Version, "Transfer.Done", ct);
}
