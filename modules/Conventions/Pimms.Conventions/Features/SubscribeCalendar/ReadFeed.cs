namespace Pimms.Conventions;

/// <summary>The calendar for whoever knows a secret address of it; not found for all others, and once its owner is no administrator any more. Background work: nobody is signed in.</summary>
internal sealed record ReadFeed(Guid FeedId, string Secret, Uri Site) : IRequest<Result<string>>;

internal sealed class ReadFeedHandler(ConventionsDbContext db, IUserDirectory users, CurrentUser user, Texts texts, TimeProvider clock) : IRequestHandler<ReadFeed, Result<string>>
{
    private const int MonthsAhead = 36;
    private const int MonthsBack = 12;

    public async Task<Result<string>> Handle(ReadFeed request, CancellationToken cancellationToken)
    {
        var feed = await db.CalendarFeeds.AsTracking().SingleOrDefaultAsync(one => one.FeedId == request.FeedId, cancellationToken) ?? new CalendarFeed();
        if (!feed.Opens(request.Secret) || (await users.Administrators(cancellationToken)).All(person => person.Id != feed.PersonId))
            return Refusal.NotFound;

        feed.Read(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        var today = WorkingCalendar.DayOf(clock.GetUtcNow());
        var days = (await db.Dated(user, cancellationToken)).SelectMany(convention => convention.Days(today.AddMonths(-MonthsBack), today.AddMonths(MonthsAhead)))
            .OrderBy(day => day.Day).ThenBy(day => day.Kind).ThenBy(day => day.Reference, StringComparer.Ordinal);
        return TermsFeed.Of(days, day => texts["TermsFeed.Summary", texts.Of(day.Kind), day.PartnerName, day.Reference], texts["TermsFeed.Name"], request.Site);
    }
}
