namespace Pimms.Conventions;

/// <summary>What the association decided for all its conventions.</summary>
internal sealed record ReadSettings : IRequest<Result<ConventionSettings>>;

internal sealed class ReadSettingsHandler(ConventionsDbContext db) : IRequestHandler<ReadSettings, Result<ConventionSettings>>
{
    public async Task<Result<ConventionSettings>> Handle(ReadSettings request, CancellationToken cancellationToken) =>
        await db.Settings.AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? ConventionSettings.Default();
}
