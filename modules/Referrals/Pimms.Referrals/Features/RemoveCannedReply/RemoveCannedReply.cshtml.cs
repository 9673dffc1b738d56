namespace Pimms.Referrals;

[Permission(ReferralsPermissions.Answer)]
internal sealed class RemoveCannedReplyPage(IMediator mediator) : PageModel
{
    public CannedReply Reply { get; private set; } = default!;

    public Task<IActionResult> OnGetAsync(Guid replyId, CancellationToken ct) => this.Show(mediator.Send(new CannedReplyToEdit(replyId), ct), reply => Reply = reply);

    public Task<IActionResult> OnPostAsync(Guid replyId, CancellationToken ct) =>
        this.SendOrShowAgain(new RemoveCannedReply(replyId), then: "/canned-replies", again: () => OnGetAsync(replyId, ct), ct).ThenNotify(this, "RemoveCannedReply.Done");
}
