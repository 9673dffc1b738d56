namespace Pimms.Referrals;

[Permission(ReferralsPermissions.WorkOnCases)]
internal sealed class ExpiringConsentsPage(IMediator mediator) : PageModel
{
    public IReadOnlyList<ExpiringConsent> Found { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => this.Show(mediator.Send(new ExpiringConsents(), ct), found => Found = found);
}
