namespace Pimms.Conventions;

/// <summary>Whether the reader has an address of the calendar, since when, and when it was last read. The address itself is not kept.</summary>
internal sealed record OwnSubscription : IRequest<Result<SubscriptionView>>;

/// <summary>Null when there is none.</summary>
internal sealed record SubscriptionView(DateTimeOffset? MadeAt, DateTimeOffset? ReadAt);

internal sealed class OwnSubscriptionHandler(ConventionsDbContext db, CurrentUser user) : IRequestHandler<OwnSubscription, Result<SubscriptionView>>
{
    public async Task<Result<SubscriptionView>> Handle(OwnSubscription request, CancellationToken cancellationToken) =>
        await db.CalendarFeeds.AsNoTracking().Where(feed => feed.PersonId == user.Id).Select(feed => new SubscriptionView(feed.MadeAt, feed.ReadAt)).SingleOrDefaultAsync(cancellationToken)
            ?? new SubscriptionView(null, null);
}
