namespace Pimms.Conventions;

internal static class DatedConventions
{
    /// <summary>The conventions with what their days follow from.</summary>
    public static Task<List<DatedConvention>> Dated(this ConventionsDbContext db, CurrentUser user, CancellationToken ct) => db.Conventions.AsNoTracking().VisibleTo(user)
        .Select(convention => new DatedConvention(
            convention.Id, convention.Reference, convention.PartnerName, convention.State, convention.StartsOn, convention.EndsOn, convention.NoticeBy, convention.ChangedAt,
            db.Reviews.Where(review => review.ConventionId == convention.Id && review.State == ReviewState.Signed).Select(review => review.FromDay).ToList()))
        .AsSingleQuery().ToListAsync(ct);
}
