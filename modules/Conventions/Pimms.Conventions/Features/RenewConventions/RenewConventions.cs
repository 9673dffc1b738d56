namespace Pimms.Conventions;

/// <summary>Lets conventions go on whose term is over and of which nobody gave notice. The channel stays open by the dates alone; this writes the new term into their history.</summary>
internal sealed record RenewConventions : IRequest<Result>;

internal sealed class RenewConventionsHandler(ConventionsDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<RenewConventions, Result>
{
    private const int AtOnce = 100;

    public async Task<Result> Handle(RenewConventions request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var convention in await db.ClaimToRenew(WorkingCalendar.DayOf(now), AtOnce, cancellationToken))
            convention.Renew(user, now);
        await db.SaveChangesAsync(cancellationToken);
        return Result.Done;
    }
}
