namespace Pimms.Referrals;

[Permission(ReferralsPermissions.Answer)]
internal sealed class EditCannedReplyPage(IMediator mediator) : PageModel
{
    [BindProperty]
    public EditCannedReply Input { get; set; } = new(default, default, new(null, null));

    /// <summary>As it stands now.</summary>
    public CannedReply Reply { get; private set; } = default!;

    /// <summary>Somebody saved it while this was typed.</summary>
    public bool ChangedMeanwhile => ViewData["Refusal"] is Refusal { Type: RefusalTypes.Stale };

    public async Task<IActionResult> OnGetAsync(Guid replyId, CancellationToken ct)
    {
        var shown = await Read(replyId, ct);
        if (Reply is not null)
            Input = new(replyId, Reply.Version, new(Reply.Title, Reply.Text));
        return shown;
    }

    public Task<IActionResult> OnPostAsync(Guid replyId, CancellationToken ct) =>
        this.SendOrShowAgain(Input with { ReplyId = replyId, Reply = Input.Reply ?? new(null, null) }, then: "/canned-replies", again: () => Read(replyId, ct), ct).ThenNotify(this, "EditCannedReply.Done");

    private Task<IActionResult> Read(Guid replyId, CancellationToken ct) => this.Show(mediator.Send(new CannedReplyToEdit(replyId), ct), reply => Reply = reply);
}
