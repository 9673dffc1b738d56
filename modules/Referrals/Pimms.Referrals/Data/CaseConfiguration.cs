using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pimms.Referrals;

internal sealed class CaseConfiguration : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> builder)
    {
        builder.ToTable("cases");
        builder.ComplexProperty(one => one.Beneficiary);
        builder.HasMany(one => one.Consents).WithOne().HasForeignKey(consent => consent.CaseId);
        builder.HasMany(one => one.Steps).WithOne().HasForeignKey(step => step.CaseId);
        builder.HasMany(one => one.Files).WithOne().HasForeignKey(kept => kept.CaseId);
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

internal sealed class StepConfiguration : IEntityTypeConfiguration<Step>
{
    public void Configure(EntityTypeBuilder<Step> builder)
    {
        builder.ToTable("steps");
        builder.Property(step => step.Id).ValueGeneratedNever();
        builder.Property(step => step.Text).HasMaxLength(Step.Longest);
    }
}

internal sealed class CaseFileConfiguration : IEntityTypeConfiguration<CaseFile>
{
    public const string Table = "case_files";

    public void Configure(EntityTypeBuilder<CaseFile> builder)
    {
        builder.ToTable(Table);
        builder.Property(kept => kept.Id).ValueGeneratedNever();
        builder.ComplexProperty(kept => kept.File);
    }
}

internal sealed class ConsentEvidenceConfiguration : IEntityTypeConfiguration<ConsentEvidence>
{
    public const string Table = "consent_evidence";

    public void Configure(EntityTypeBuilder<ConsentEvidence> builder)
    {
        builder.ToTable(Table);
        builder.Property(evidence => evidence.Id).ValueGeneratedNever();
        builder.ComplexProperty(evidence => evidence.File);
        builder.HasOne<Consent>().WithMany().HasForeignKey(evidence => evidence.ConsentId);
        builder.HasIndex(evidence => evidence.ConsentId).IsUnique();
    }
}
