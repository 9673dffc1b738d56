namespace Pimms.Conventions;

internal sealed class ConventionsDbContext(DbContextOptions<ConventionsDbContext> options) : ModuleDbContext(options)
{
    public override string Schema => "conventions";

    protected override PeoplesRights PeoplesRights => RightsOfConventions.All;

    public DbSet<Convention> Conventions => Set<Convention>();

    public DbSet<Review> Reviews => Set<Review>();

    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();

    public DbSet<KnownCommune> Communes => Set<KnownCommune>();

    public DbSet<CommuneImport> CommuneImports => Set<CommuneImport>();

    public DbSet<ConventionSettings> Settings => Set<ConventionSettings>();

    protected override object? ToIntegrationEvent(object happened) => happened switch
    {
        ConventionSuspended or ConventionResumed or ConventionEnded or ConventionTermNear => happened,
        _ => null,
    };
}

internal sealed class ConventionsDbContextFactory() : ModuleDesignTimeFactory<ConventionsDbContext>("conventions");
