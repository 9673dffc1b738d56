namespace Pimms.Referrals;

[Permission(ReferralsPermissions.Answer)]
internal sealed class CannedRepliesPage(IMediator mediator) : PageModel
{
    public IReadOnlyList<UnitReplies> Units { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.Show(mediator.Send(new CannedReplies(), ct), units => Units = units);
}
