namespace Pimms.Referrals;

[Permission(ReferralsPermissions.Answer)]
internal sealed class DeclineReferralPage(IMediator mediator) : ReplyPage(mediator)
{
    [BindProperty]
    public DeclineReferral Input { get; set; } = new(default, 0, null, null, null);

    /// <summary>Who could answer better.</summary>
    public IReadOnlyList<Choice> Others { get; private set; } = [];

    protected override Move? Move => Referrals.Move.Decline;

    protected override async Task Prepare(CancellationToken ct)
    {
        await base.Prepare(ct);
        Others = (await Mediator.Send(new OtherPartners(Referral.To.PartnerId), ct)).Value;
    }

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => ShowForm(id, ct);

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) => SendOrShowAgain(Input with { ReferralId = id }, id, Input.Version, "Decline.Done", ct);

    protected override void Write(string text) => Input = Input with { Text = text };
}
