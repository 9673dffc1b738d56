namespace Pimms.Conventions;

/// <summary>Ends the conventions whose last day went by. The channel is closed by the date alone; this writes it into their history and tells the others.</summary>
internal sealed record ExpireConventions : IRequest<Result>;

internal sealed class ExpireConventionsHandler(ConventionsDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<ExpireConventions, Result>
{
    private const int AtOnce = 100;

    public async Task<Result> Handle(ExpireConventions request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var convention in await db.ClaimOver(WorkingCalendar.DayOf(now), AtOnce, cancellationToken))
            convention.Expire(user, now);
        await db.SaveChangesAsync(cancellationToken);
        return Result.Done;
    }
}
