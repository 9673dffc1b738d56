namespace Pimms.Conventions;

[Permission(ConventionsPermissions.ReadReviews)]
internal sealed class ReadReviewPage(IMediator mediator, CurrentUser user, PermissionTable permissions, Texts texts) : PageModel
{
    [BindProperty]
    public CommentReview Input { get; set; } = new();

    public ReviewView Review { get; private set; } = default!;

    public bool MayManage => permissions.Allows(user, ConventionsPermissions.Manage);

    public bool IsPartner => user.Side == Side.Partner;

    public Side Mine => user.Side;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => this.Show(mediator.Send(new ReadReview(id), ct), view => Review = view);

    public async Task<IActionResult> OnGetCsvAsync(Guid id, CancellationToken ct)
    {
        var review = await mediator.Send(new ReadReview(id), ct);
        return review.TryGet(out var view) ? File(ReviewCsv.Of(view, texts), "text/csv; charset=utf-8", $"bilan-{view.Name}.csv") : NotFound();
    }

    /// <summary>A comment.</summary>
    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct) =>
        this.SendOrShowAgain(Input with { Id = id }, then: $"/reviews/{id}#comments", again: () => OnGetAsync(id, ct), ct).ThenNotify(this, "Review.CommentDone");
}
