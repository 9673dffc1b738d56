namespace Pimms.Referrals;

/// <summary>The case's page has the form, too; this one is where it leads when something is missing.</summary>
[Permission(ReferralsPermissions.WorkOnCases)]
internal sealed class AddStepPage(IMediator mediator) : PageModel
{
    [BindProperty]
    public AddStep Input { get; set; } = new(default, new(null, null, null));

    public CaseView View { get; private set; } = default!;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => this.Show(mediator.Send(new ReadCase(id), ct), view => View = view);

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        this.SendOrShowAgain(Input with { CaseId = id, Step = Input.Step ?? new(null, null, null) }, then: _ => $"/cases/{id}#steps", again: () => OnGetAsync(id, ct), ct).ThenNotify(this, "AddStep.Done");
}
