namespace Pimms.Referrals;

[Permission(ReferralsPermissions.WorkOnCases)]
internal sealed class OpenCasePage(IMediator mediator) : PageModel
{
    [BindProperty]
    public OpenCase Input { get; set; } = new(default, BeneficiaryInput.Unknown, null, null);

    public IReadOnlyList<SiteSummary> Sites { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.Show(mediator.Send(new SitesToOpenAt(), ct), sites => Sites = sites);

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        this.SendOrShowAgain(Input with { Beneficiary = Input.Beneficiary ?? BeneficiaryInput.Unknown }, then: id => $"/cases/{id}", again: () => OnGetAsync(ct), ct).ThenNotify(this, "OpenCase.Done");
}
