namespace Pimms.Referrals;

[Permission(ReferralsPermissions.WorkOnCases)]
internal sealed class EditStepPage(IMediator mediator) : PageModel
{
    [BindProperty]
    public EditStep Input { get; set; } = new(default, default, new(null, null, null));

    public StepView View { get; private set; } = default!;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid stepId, CancellationToken ct)
    {
        var shown = await Read(id, stepId, ct);
        if (View is null)
            return shown;
        Input = new(id, stepId, StepInput.Of(View.Step));
        return View.IsOpen ? shown : LocalRedirect($"/cases/{id}#steps");
    }

    public Task<IActionResult> OnPostAsync(Guid id, Guid stepId, CancellationToken ct) =>
        this.SendOrShowAgain(Input with { CaseId = id, StepId = stepId, Step = Input.Step ?? new(null, null, null) }, then: $"/cases/{id}#steps", again: () => Read(id, stepId, ct), ct).ThenNotify(this, "EditStep.Done");

    private Task<IActionResult> Read(Guid id, Guid stepId, CancellationToken ct) => this.Show(mediator.Send(new StepToEdit(id, stepId), ct), view => View = view);
}
