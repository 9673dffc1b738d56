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
    }
}
