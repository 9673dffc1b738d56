namespace Pimms.Referrals;

[Permission(ReferralsPermissions.Oversee)]
internal sealed class OverviewOfCasesPage(IMediator mediator) : PageModel
{
    public OverviewOfCases Query { get; private set; } = new();

    public CasesOverseen Found { get; private set; } = default!;

    public bool IsNarrowed => Query is not { Q: null or "", SiteId: null };

    public IEnumerable<Choice> Sites => Found.Sites.OrderBy(site => site.Value, StringComparer.CurrentCulture).Select(site => new Choice(site.Key, site.Value));

    public Task<IActionResult> OnGetAsync(OverviewOfCases query, CancellationToken ct) => this.Show(mediator.Send(Query = query, ct), found => Found = found);
}
