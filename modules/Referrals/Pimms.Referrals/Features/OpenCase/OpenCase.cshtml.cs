namespace Pimms.Referrals;

[Permission(ReferralsPermissions.WorkOnCases)]
internal sealed class OpenCasePage(IMediator mediator, Texts texts, Dates dates) : PageModel
{
    [BindProperty]
    public OpenCase Input { get; set; } = new(default, BeneficiaryInput.Unknown, null, null);

    /// <summary>Then it is asked whether that is meant.</summary>
    public bool HarmDateIsPast => Input.HarmDate < dates.Today;

    public IReadOnlyList<SiteSummary> Sites { get; private set; } = [];

    /// <summary>The desk, and the posts; these with their site's name where there are several.</summary>
    public IEnumerable<Choice> Places =>
    [
        new("", texts["OpenCase.Desk"]),
        .. Sites.SelectMany(site => site.Posts.Select(post => new Choice(post.Id, post.Name, Sites.Count == 1 ? post.Place : $"{post.Place} · {site.Name}"))),
    ];

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.Show(mediator.Send(new SitesToOpenAt(), ct), sites => Sites = sites);

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        this.SendOrShowAgain(Input with { Beneficiary = Input.Beneficiary ?? BeneficiaryInput.Unknown }, then: id => $"/cases/{id}", again: () => OnGetAsync(ct), ct).ThenNotify(this, "OpenCase.Done");
}
