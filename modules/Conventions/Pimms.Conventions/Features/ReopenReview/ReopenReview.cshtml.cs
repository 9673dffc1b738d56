namespace Pimms.Conventions;

[Permission(ConventionsPermissions.Manage)]
internal sealed class ReopenReviewPage(IMediator mediator) : PageModel
{
    [BindProperty]
    public ReopenReview Input { get; set; } = new();

    public ReviewView Review { get; private set; } = default!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var shown = await Read(id, ct);
        return Review is { State: not ReviewState.Signed } ? LocalRedirect($"/reviews/{id}") : shown;
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        this.SendOrShowAgain(Input with { Id = id }, then: review => $"/reviews/{review}", again: () => Read(id, ct), ct).ThenNotify(this, "ReopenReview.Done");

    private Task<IActionResult> Read(Guid id, CancellationToken ct) => this.Show(mediator.Send(new ReadReview(id), ct), view => Review = view);
}
