using System.Globalization;

namespace Pimms.Conventions;

/// <summary>Which reviews exist for whom, and what they are counted from.</summary>
internal static class Reviews
{
    /// <summary>The association reads all; a partner reads its own.</summary>
    public static IQueryable<Review> VisibleTo(this IQueryable<Review> reviews, CurrentUser user) => user switch
    {
        { Side: Side.Association or Side.System } => reviews,
        { Side: Side.Partner, PartnerId: { } partner } => reviews.Where(review => review.PartnerId == partner),
        _ => reviews.Where(_ => false),
    };

    /// <summary>The review to change, at the version that was seen.</summary>
    /// <exception cref="RefusedException">Not there for this person, or changed since.</exception>
    public static async Task<Review> ReviewAtVersion(this ConventionsDbContext db, Guid id, uint version, CurrentUser user, CancellationToken ct)
    {
        var review = await db.Reviews.VisibleTo(user).AsTracking().SingleOrDefaultAsync(one => one.Id == id, ct) ?? throw new RefusedException(Refusal.NotFound);
        return review.Version == version ? review : throw new RefusedException(Refusal.Stale);
    }

    /// <summary>The figures of today.</summary>
    public static async Task<ReviewFigures> Count(this ConventionsDbContext db, IReferralStatistics statistics, Guid conventionId, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var convention = await db.Conventions.AsNoTracking().Include(one => one.Terms).ThenInclude(terms => terms.Commitments).AsSplitQuery().SingleAsync(one => one.Id == conventionId, ct);
        return ReviewFigures.Of(convention, from, to, await statistics.OfConvention(conventionId, from, to, ct));
    }

    /// <summary>The next number: unique, in no row.</summary>
    public static async Task<string> NextReviewNumber(this ConventionsDbContext db, DateOnly today, CancellationToken ct)
    {
        var next = await db.Database.SqlQuery<long>($"select nextval('conventions.review_number') as \"Value\"").SingleAsync(ct);
        return string.Create(CultureInfo.InvariantCulture, $"B{today.Year:0000}-{next:0000}");
    }
}
