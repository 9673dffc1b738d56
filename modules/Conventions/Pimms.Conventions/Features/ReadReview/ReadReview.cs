namespace Pimms.Conventions;

/// <summary>A review as its reader may see it: the association with all figures, the partner without the small ones.</summary>
internal sealed record ReadReview(Guid Id) : IRequest<Result<ReviewView>>;

/// <summary>All there is to read of a review.</summary>
internal sealed record ReviewView
{
    public required Guid Id { get; init; }

    public required uint Version { get; init; }

    public required ReviewedConvention Convention { get; init; }

    public required DateOnly FromDay { get; init; }

    public required DateOnly ToDay { get; init; }

    public required int Edition { get; init; }

    public required ReviewState State { get; init; }

    public required string? Number { get; init; }

    public required DateTimeOffset? SignedAt { get; init; }

    public required string SignedByName { get; init; }

    public required string ReopenedBecause { get; init; }

    public required IReadOnlyList<CommentLine> Comments { get; init; }

    /// <summary>All editions of the period, this one included, the latest first.</summary>
    public required IReadOnlyList<EditionLine> Editions { get; init; }

    /// <summary>Frozen ones, or those of today while it is open.</summary>
    public ReviewFigures Figures { get; init; } = default!;

    /// <summary>What is cited in titles and file names.</summary>
    public string Name => Number ?? $"{Convention.Reference}-{Edition}";
}

internal sealed record CommentLine(Side Side, string ByName, DateTimeOffset At, string Text);

internal sealed record EditionLine(Guid Id, int Edition, ReviewState State, string? Number);

internal sealed class ReadReviewHandler(ConventionsDbContext db, CurrentUser user, IReferralStatistics statistics) : IRequestHandler<ReadReview, Result<ReviewView>>
{
    public async Task<Result<ReviewView>> Handle(ReadReview request, CancellationToken cancellationToken)
    {
        var review = await db.Reviews.AsNoTracking().VisibleTo(user).Include(one => one.Comments).Include(one => one.Exact).AsSplitQuery().SingleOrDefaultAsync(one => one.Id == request.Id, cancellationToken);
        if (review is null)
            return Refusal.NotFound;
        return new ReviewView
        {
            Id = review.Id, Version = review.Version, FromDay = review.FromDay, ToDay = review.ToDay, Edition = review.Edition, State = review.State,
            Number = review.Number, SignedAt = review.SignedAt, SignedByName = review.SignedByName, ReopenedBecause = review.ReopenedBecause,
            Convention = await db.Conventions.AsNoTracking().Where(one => one.Id == review.ConventionId)
                .Select(one => new ReviewedConvention(one.Id, one.Reference, one.Title, one.PartnerName, one.State, one.StartsOn, one.EndsOn)).SingleAsync(cancellationToken),
            Comments = [.. review.Comments.OrderBy(comment => comment.At).Select(comment => new CommentLine(comment.Side, comment.ByName, comment.At, comment.Text))],
            Editions = await db.Reviews.AsNoTracking().VisibleTo(user).Where(one => one.ConventionId == review.ConventionId && one.FromDay == review.FromDay && one.ToDay == review.ToDay)
                .OrderByDescending(one => one.Edition).Select(one => new EditionLine(one.Id, one.Edition, one.State, one.Number)).ToListAsync(cancellationToken),
            Figures = await FiguresOf(review, cancellationToken),
        };
    }

    private async Task<ReviewFigures> FiguresOf(Review review, CancellationToken ct)
    {
        if (review.State != ReviewState.Open)
            return user.Side == Side.Partner ? review.Shared! : review.Exact!.Figures;
        var figures = await db.Count(statistics, review.ConventionId, review.FromDay, review.ToDay, ct);
        return user.Side == Side.Partner ? figures.Outside() : figures;
    }
}
