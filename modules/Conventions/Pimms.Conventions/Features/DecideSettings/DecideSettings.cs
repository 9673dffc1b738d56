namespace Pimms.Conventions;

/// <summary>Says whether signatures and amendments need a second administrator.</summary>
internal sealed record DecideSettings : IRequest<Result>
{
    public bool SecondAdministrator { get; init; }
}

internal sealed class DecideSettingsHandler(ConventionsDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<DecideSettings, Result>
{
    public async Task<Result> Handle(DecideSettings request, CancellationToken cancellationToken)
    {
        var settings = await db.Settings.AsTracking().SingleOrDefaultAsync(cancellationToken);
        if (settings is null)
            db.Add(settings = ConventionSettings.Default());
        settings.Decide(request.SecondAdministrator, user, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return Result.Done;
    }
}
