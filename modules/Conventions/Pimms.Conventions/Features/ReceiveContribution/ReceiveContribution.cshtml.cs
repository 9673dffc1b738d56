namespace Pimms.Conventions;

[Permission(ConventionsPermissions.Manage)]
internal sealed class ReceiveContributionPage(IMediator mediator) : PageModel
{
    [BindProperty]
    public ReceiveContribution Input { get; set; } = new();

    public ConventionView Convention { get; private set; } = default!;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => this.ShowAct(mediator, id, ConventionMove.Keep, view => Convention = view, ct);

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        this.SendOrShowAgain(Input with { Id = id }, then: $"/conventions/{id}", again: () => OnGetAsync(id, ct), ct).ThenNotify(this, "ReceiveContribution.Done");
}
