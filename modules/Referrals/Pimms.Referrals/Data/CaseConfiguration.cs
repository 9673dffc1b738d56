using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pimms.Referrals;

internal sealed class CaseConfiguration : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> builder)
    {
        builder.ToTable("cases");
        builder.ComplexProperty(one => one.Beneficiary);
        builder.HasMany(one => one.Consents).WithOne().HasForeignKey(consent => consent.CaseId);
        builder.HasIndex(one => one.Number).IsUnique();
        builder.HasIndex(one => new { one.SiteId, one.OpenedAt });
    }
}

internal sealed class ConsentConfiguration : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.ToTable("consents");
        builder.Property(consent => consent.Id).ValueGeneratedNever();
        builder.Property(consent => consent.Categories).AsJson();
        builder.Property(consent => consent.Withdrawals).AsJson();
        // Two who withdraw it from two partners at once: the second looks again.
        builder.Property<uint>("Version").IsRowVersion();
        builder.HasIndex(consent => new { consent.SiteId, consent.ValidUntil }).HasFilter("withdrawn_at is null");
    }
}
