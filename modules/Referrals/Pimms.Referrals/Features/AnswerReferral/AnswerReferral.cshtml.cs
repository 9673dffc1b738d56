namespace Pimms.Referrals;

[Permission(ReferralsPermissions.Answer)]
internal sealed class AnswerReferralPage(IMediator mediator) : ReplyPage(mediator)
{
    [BindProperty]
    public AnswerReferral Input { get; set; } = new(default, 0, null, null, null, null);

    protected override Move? Move => Referrals.Move.Answer;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => ShowForm(id, ct);

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) => SendOrShowAgain(Input with { ReferralId = id }, id, Input.Version, "Answer.Done", ct);

    protected override void Write(string text) => Input = Input with { Text = text };
}
