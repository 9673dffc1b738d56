namespace Pimms.Conventions;

/// <summary>Says something of an open review, for both sides to read.</summary>
internal sealed record CommentReview : IRequest<Result>
{
    public Guid Id { get; init; }

    public string Text { get; init; } = "";
}

internal sealed class CommentReviewValidator : AbstractValidator<CommentReview>
{
    public CommentReviewValidator() => RuleFor(comment => comment.Text).Filled().MaximumLength(Lengths.Paragraphs).WithMessage("Convention.TooLong");
}

internal sealed class CommentReviewHandler(ConventionsDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<CommentReview, Result>
{
    public async Task<Result> Handle(CommentReview request, CancellationToken cancellationToken)
    {
        // Two comments at once disturb nobody: no version is asked for. A partner may not change the review itself, only add its rows.
        if (await db.Reviews.VisibleTo(user).AsTracking().SingleOrDefaultAsync(one => one.Id == request.Id, cancellationToken) is not { } review)
            return Refusal.NotFound;
        return await review.Say(request.Text.Trim(), user, clock.GetUtcNow()).Then(() => db.SaveChangesAsync(cancellationToken));
    }
}
