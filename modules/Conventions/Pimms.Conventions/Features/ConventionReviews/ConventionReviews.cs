namespace Pimms.Conventions;

/// <summary>The reviews of a convention, the latest period on top.</summary>
internal sealed record ConventionReviews(Guid ConventionId) : IRequest<Result<ConventionReviewsView>>;

/// <param name="Next">The first year of the convention that has begun and has no review; null when each has one.</param>
internal sealed record ConventionReviewsView(ReviewedConvention Convention, IReadOnlyList<ReviewRow> Rows, ReviewPeriod? Next);

/// <summary>The convention as far as its reviews speak of it.</summary>
internal sealed record ReviewedConvention(Guid Id, string Reference, string Title, string PartnerName, ConventionState State, DateOnly StartsOn, DateOnly EndsOn);

/// <summary>A review in the list.</summary>
internal sealed record ReviewRow(Guid Id, DateOnly FromDay, DateOnly ToDay, int Edition, ReviewState State, string? Number, DateTimeOffset OpenedAt, DateTimeOffset? SignedAt, int Comments);

internal sealed class ConventionReviewsHandler(ConventionsDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<ConventionReviews, Result<ConventionReviewsView>>
{
    public async Task<Result<ConventionReviewsView>> Handle(ConventionReviews request, CancellationToken cancellationToken)
    {
        var convention = await db.Conventions.AsNoTracking().VisibleTo(user).Where(one => one.Id == request.ConventionId)
            .Select(one => new ReviewedConvention(one.Id, one.Reference, one.Title, one.PartnerName, one.State, one.StartsOn, one.EndsOn)).SingleOrDefaultAsync(cancellationToken);
        if (convention is null)
            return Refusal.NotFound;

        var rows = await db.Reviews.AsNoTracking().VisibleTo(user).Where(review => review.ConventionId == convention.Id)
            .OrderByDescending(review => review.FromDay).ThenByDescending(review => review.ToDay).ThenByDescending(review => review.Edition)
            .Select(review => new ReviewRow(review.Id, review.FromDay, review.ToDay, review.Edition, review.State, review.Number, review.OpenedAt, review.SignedAt, review.Comments.Count))
            .ToListAsync(cancellationToken);
        var begun = ReviewPeriods.Begun(convention.StartsOn, convention.EndsOn, WorkingCalendar.DayOf(clock.GetUtcNow()));
        return new ConventionReviewsView(convention, rows, begun.FirstOrDefault(period => rows.All(row => row.FromDay != period.From)));
    }
}
