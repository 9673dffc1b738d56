namespace Pimms.Conventions;

/// <summary>Begins another edition of a review that was signed off; answers with its id. The signed one stands until the new one is signed.</summary>
internal sealed record ReopenReview : IRequest<Result<Guid>>
{
    public Guid Id { get; init; }

    public string Reason { get; init; } = "";
}

internal sealed class ReopenReviewValidator : AbstractValidator<ReopenReview>
{
    public ReopenReviewValidator() => RuleFor(reopen => reopen.Reason).Filled().MaximumLength(Lengths.Reason).WithMessage("Convention.TooLong");
}

internal sealed class ReopenReviewHandler(ConventionsDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<ReopenReview, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(ReopenReview request, CancellationToken cancellationToken)
    {
        if (await db.Reviews.AsNoTracking().VisibleTo(user).SingleOrDefaultAsync(one => one.Id == request.Id, cancellationToken) is not { } review)
            return Refusal.NotFound;
        if (await db.Reviews.AnyAsync(one => one.ConventionId == review.ConventionId && one.FromDay == review.FromDay && one.ToDay == review.ToDay && one.Edition > review.Edition, cancellationToken))
            return Refusal.Of("", "ReopenReview.Already");

        var reopened = review.Reopen(request.Reason.Trim(), user, clock.GetUtcNow());
        if (reopened.Refusal is { } refusal)
            return refusal;
        db.Add(reopened.Value);
        await db.SaveChangesAsync(cancellationToken);
        return reopened.Value.Id;
    }
}
