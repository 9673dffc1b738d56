namespace Pimms.Conventions;

[Permission(ConventionsPermissions.Manage)]
internal sealed class ActivateConventionPage(IMediator mediator) : PageModel
{
    /// <summary>As many signatories as the page has room for; both sides, and one more each.</summary>
    public const int Rows = 4;

    [BindProperty]
    public ActivateConvention Input { get; set; } = new() { Signatories = Enumerable.Repeat(new SignatoryContent(), Rows).ToList() };

    public ConventionView Convention { get; private set; } = default!;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        // A browser may send fewer rows back than it was shown.
        Input = Input with { Signatories = [.. Input.Signatories, .. Enumerable.Repeat(new SignatoryContent(), Math.Max(0, Rows - Input.Signatories.Count))] };
        return this.ShowAct(mediator, id, ConventionMove.Activate, view => Convention = view, ct);
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        this.SendOrShowAgain(Input with { Id = id }, then: $"/conventions/{id}", again: () => OnGetAsync(id, ct), ct).ThenNotify(this, "ActivateConvention.Done");
}
