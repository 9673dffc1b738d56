namespace Pimms.Referrals;

internal sealed class ReferralsDbContext(DbContextOptions<ReferralsDbContext> options) : ModuleDbContext(options)
{
    public const string Name = "referrals";

    public override string Schema => Name;

    public DbSet<Case> Cases => Set<Case>();

    public DbSet<Step> Steps => Set<Step>();

    public DbSet<CaseFile> CaseFiles => Set<CaseFile>();

    public DbSet<Consent> Consents => Set<Consent>();

    public DbSet<ConsentEvidence> Evidence => Set<ConsentEvidence>();

    public DbSet<Referral> Referrals => Set<Referral>();

    public DbSet<ReferralEvent> Events => Set<ReferralEvent>();

    public DbSet<ReferralMessage> Messages => Set<ReferralMessage>();

    public DbSet<ReferralDocument> Documents => Set<ReferralDocument>();

    public DbSet<LateDisclosure> LateDisclosures => Set<LateDisclosure>();

    public DbSet<Redirection> Redirections => Set<Redirection>();

    public DbSet<Receipt> Receipts => Set<Receipt>();

    public DbSet<ReferralTombstone> Tombstones => Set<ReferralTombstone>();

    public DbSet<CannedReply> CannedReplies => Set<CannedReply>();

    protected override PeoplesRights PeoplesRights => RightsOfReferrals.All;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.HasSequence("referral_number");
        modelBuilder.HasSequence("case_number");
    }

    /// <summary>What is added beside a referral is seen by whom the referral is seen by when all is saved, not when it was written.</summary>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var parents = ChangeTracker.Entries<Referral>().ToDictionary(entry => entry.Entity.Id, entry => entry.Entity);
        foreach (var part in ChangeTracker.Entries().Where(entry => entry.State == EntityState.Added && entry.Entity is ReferralEvent or ReferralMessage or ReferralDocument or LateDisclosure))
        {
            if (!parents.TryGetValue((Guid)part.Property(nameof(ReferralEvent.ReferralId)).CurrentValue!, out var referral))
                continue;
            part.Property(nameof(Referral.VisibleToUnit)).CurrentValue = referral.VisibleToUnit;
            if (part.Entity is LateDisclosure)
                part.Property(nameof(Referral.Accepted)).CurrentValue = referral.Accepted;
        }
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>What others may know of: every move, by its name; and that a receipt's code ended.</summary>
    protected override object? ToIntegrationEvent(object happened) => happened is ReferralMoved or ReceiptCodeEnded ? happened : null;
}

internal sealed class ReferralsDbContextFactory() : ModuleDesignTimeFactory<ReferralsDbContext>(ReferralsDbContext.Name);
