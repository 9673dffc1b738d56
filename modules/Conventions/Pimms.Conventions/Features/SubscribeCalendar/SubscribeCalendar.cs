namespace Pimms.Conventions;

/// <summary>Makes an address of the calendar for the administrator's own program; the one before leads nowhere from then on.</summary>
internal sealed record SubscribeCalendar : IRequest<Result<string>>;

internal sealed class SubscribeCalendarHandler(ConventionsDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<SubscribeCalendar, Result<string>>
{
    public async Task<Result<string>> Handle(SubscribeCalendar request, CancellationToken cancellationToken)
    {
        var feed = await db.CalendarFeeds.AsTracking().SingleOrDefaultAsync(one => one.PersonId == user.Id, cancellationToken);
        if (feed is null)
            db.Add(feed = new CalendarFeed { PersonId = user.Id });
        var secret = feed.Renew(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return FeedAddress.Of(feed.FeedId, secret);
    }
}
