namespace Pimms.Conventions;

[Permission(ConventionsPermissions.Manage)]
internal sealed class OpenReviewPage(IMediator mediator, Dates dates) : PageModel
{
    [BindProperty]
    public OpenReview Input { get; set; } = new();

    public ConventionReviewsView View { get; private set; } = default!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var shown = await Read(id, ct);
        // The year that is next, up to today.
        if (View?.Next is { } next)
            Input = new() { FromDay = next.From, ToDay = next.To < dates.Today ? next.To : dates.Today };
        return shown;
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        this.SendOrShowAgain(Input with { ConventionId = id }, then: review => $"/reviews/{review}", again: () => Read(id, ct), ct).ThenNotify(this, "OpenReview.Done");

    private Task<IActionResult> Read(Guid id, CancellationToken ct) => this.Show(mediator.Send(new ConventionReviews(id), ct), view => View = view);
}
