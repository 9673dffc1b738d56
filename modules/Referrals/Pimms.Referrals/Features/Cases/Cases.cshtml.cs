namespace Pimms.Referrals;

[Permission(ReferralsPermissions.WorkOnCases)]
internal sealed class CaseListPage(IMediator mediator) : PageModel
{
    public string? Q { get; private set; }

    public bool Mine { get; private set; }

    public CasesPage Found { get; private set; } = default!;

    public Task<IActionResult> OnGetAsync(string? q, string? view, string? after, CancellationToken ct)
    {
        (Q, Mine) = (q, view == "mine");
        return this.Show(mediator.Send(new Cases { Q = q, Mine = Mine, After = after }, ct), found => Found = found);
    }
}
