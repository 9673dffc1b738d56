namespace Pimms.Referrals;

[Permission(ReferralsPermissions.WorkOnCases)]
internal sealed class RemoveStepPage(IMediator mediator) : PageModel
{
    public StepView View { get; private set; } = default!;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid stepId, CancellationToken ct)
    {
        var shown = await Read(id, stepId, ct);
        return View is { IsOpen: false } ? LocalRedirect($"/cases/{id}#steps") : shown;
    }

    public Task<IActionResult> OnPostAsync(Guid id, Guid stepId, CancellationToken ct) =>
        this.SendOrShowAgain(new RemoveStep(id, stepId), then: $"/cases/{id}#steps", again: () => Read(id, stepId, ct), ct).ThenNotify(this, "RemoveStep.Done");

    private Task<IActionResult> Read(Guid id, Guid stepId, CancellationToken ct) => this.Show(mediator.Send(new StepToEdit(id, stepId), ct), view => View = view);
}
