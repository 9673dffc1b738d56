namespace Pimms.Conventions;

/// <summary>Takes the address of one's calendar back.</summary>
internal sealed record RevokeCalendar : IRequest<Result>;

internal sealed class RevokeCalendarHandler(ConventionsDbContext db, CurrentUser user) : IRequestHandler<RevokeCalendar, Result>
{
    public async Task<Result> Handle(RevokeCalendar request, CancellationToken cancellationToken)
    {
        await db.CalendarFeeds.Where(feed => feed.PersonId == user.Id).ExecuteDeleteAsync(cancellationToken);
        return Result.Done;
    }
}
