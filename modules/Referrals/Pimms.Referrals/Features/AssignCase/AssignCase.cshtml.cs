namespace Pimms.Referrals;

[Permission(ReferralsPermissions.AssignCase)]
internal sealed class AssignCasePage(IMediator mediator) : PageModel
{
    [BindProperty]
    public AssignCase Input { get; set; } = default!;

    public CaseAssignment Assignment { get; private set; } = default!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var shown = await Read(id, ct);
        if (Assignment is not null)
            Input = new(id, Assignment.Version, Assignment.MediatorId);
        return shown;
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        this.SendOrShowAgain(Input with { CaseId = id }, then: $"/cases/{id}", again: () => Read(id, ct), ct).ThenNotify(this, "AssignCase.Done");

    private Task<IActionResult> Read(Guid id, CancellationToken ct) => this.Show(mediator.Send(new CaseToAssign(id), ct), assignment => Assignment = assignment);
}
