namespace Pimms.Referrals;

internal sealed class ReferralsDbContext(DbContextOptions<ReferralsDbContext> options, ModuleDataContext data) : ModuleDbContext(options, data)
{
    public const string Name = "referrals";

    public override string Schema => Name;

    public DbSet<Case> Cases => Set<Case>();

    public DbSet<Consent> Consents => Set<Consent>();

    public DbSet<Referral> Referrals => Set<Referral>();

    public DbSet<ReferralEvent> Events => Set<ReferralEvent>();

    public DbSet<ReferralMessage> Messages => Set<ReferralMessage>();

    public DbSet<LateDisclosure> LateDisclosures => Set<LateDisclosure>();

    public DbSet<ReferralTombstone> Tombstones => Set<ReferralTombstone>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.HasSequence("referral_number");
        modelBuilder.HasSequence("case_number");
    }

    /// <summary>What others may know of: every move, by its name.</summary>
    protected override object? ToIntegrationEvent(object happened) => happened as ReferralMoved;
}

internal sealed class ReferralsDbContextFactory() : ModuleDesignTimeFactory<ReferralsDbContext>(ReferralsDbContext.Name);
