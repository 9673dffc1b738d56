namespace Pimms.Partners;

internal sealed class PartnersDbContext(DbContextOptions<PartnersDbContext> options) : ModuleDbContext(options)
{
    public const string Name = "partners";

    public override string Schema => Name;

    protected override PeoplesRights PeoplesRights => RightsOfPartners.All;

    public DbSet<Partner> Partners => Set<Partner>();
    public DbSet<PartnerUnit> Units => Set<PartnerUnit>();
    public DbSet<Procedure> Procedures => Set<Procedure>();
    public DbSet<FormVersion> Forms => Set<FormVersion>();
}

internal sealed class PartnersDbContextFactory() : ModuleDesignTimeFactory<PartnersDbContext>(PartnersDbContext.Name);
