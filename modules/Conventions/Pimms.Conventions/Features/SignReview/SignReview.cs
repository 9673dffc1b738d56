namespace Pimms.Conventions;

/// <summary>Freezes the figures of today under a number; the edition before gives way.</summary>
internal sealed record SignReview : IRequest<Result>
{
    public Guid Id { get; init; }

    public uint Version { get; init; }
}

internal sealed class SignReviewHandler(ConventionsDbContext db, CurrentUser user, IReferralStatistics statistics, TimeProvider clock) : IRequestHandler<SignReview, Result>
{
    public async Task<Result> Handle(SignReview request, CancellationToken cancellationToken)
    {
        var review = await db.ReviewAtVersion(request.Id, request.Version, user, cancellationToken);
        var now = clock.GetUtcNow();
        var figures = await db.Count(statistics, review.ConventionId, review.FromDay, review.ToDay, cancellationToken);
        var signed = review.Sign(await db.NextReviewNumber(WorkingCalendar.DayOf(now), cancellationToken), figures, user, now);
        if (signed.Refusal is not null)
            return signed;

        var before = await db.Reviews.AsTracking()
            .Where(one => one.ConventionId == review.ConventionId && one.FromDay == review.FromDay && one.ToDay == review.ToDay && one.State == ReviewState.Signed)
            .ToListAsync(cancellationToken);
        before.ForEach(one => one.GiveWay());
        await db.SaveChangesAsync(cancellationToken);
        return Result.Done;
    }
}
