namespace Pimms.Conventions;

[Permission(ConventionsPermissions.Manage)]
internal sealed class DecideProposalPage(IMediator mediator) : PageModel
{
    [BindProperty]
    public DecideProposal Input { get; set; } = new();

    public ProposalView Proposed { get; private set; } = default!;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => this.Show(mediator.Send(new ReadProposal(id), ct), view => Proposed = view);

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        this.SendOrShowAgain(Input with { Id = id }, then: $"/conventions/{id}", again: () => OnGetAsync(id, ct), ct).ThenNotify(this, "DecideProposal.Done");
}
