using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pimms.Conventions;

internal sealed class ConventionConfiguration : IEntityTypeConfiguration<Convention>
{
    public void Configure(EntityTypeBuilder<Convention> builder)
    {
        builder.ToTable("conventions");
        builder.Property(convention => convention.PartnerName).HasMaxLength(Lengths.Title);
        builder.Property(convention => convention.Reference).HasMaxLength(Lengths.Reference);
        builder.Property(convention => convention.Title).HasMaxLength(Lengths.Title);
        builder.Property(convention => convention.Purpose).HasMaxLength(Lengths.Paragraphs);
        builder.Property(convention => convention.SuspendedBecause).HasMaxLength(Lengths.Reason);
        builder.Property(convention => convention.Signatories).AsJson();
        builder.HasMany(convention => convention.Terms).WithOne().HasForeignKey(terms => terms.ConventionId);
        builder.HasMany(convention => convention.Steps).WithOne().HasForeignKey(step => step.ConventionId);
        // The channel asks by partner; the list and the end of terms ask by day.
        builder.HasIndex(convention => convention.PartnerId);
        builder.HasIndex(convention => new { convention.EndsOn, convention.Id });
    }
}

internal sealed class ConventionTermsConfiguration : IEntityTypeConfiguration<ConventionTerms>
{
    public void Configure(EntityTypeBuilder<ConventionTerms> builder)
    {
        builder.ToTable("terms");
        builder.HasKey(terms => new { terms.ConventionId, terms.Number });
        builder.Property(terms => terms.LegalBasis).HasMaxLength(Lengths.Reason);
        builder.Property(terms => terms.Disclosed).AsJson();
        builder.HasMany(terms => terms.Commitments).WithOne().HasForeignKey(commitment => new { commitment.ConventionId, commitment.Number });
    }
}

internal sealed class CommitmentConfiguration : IEntityTypeConfiguration<Commitment>
{
    public void Configure(EntityTypeBuilder<Commitment> builder)
    {
        builder.ToTable("commitments");
        builder.HasKey(commitment => new { commitment.ConventionId, commitment.Number, commitment.ProcedureId });
        builder.Property(commitment => commitment.ProcedureTitle).HasMaxLength(Lengths.Title);
    }
}

internal sealed class ConventionStepConfiguration : IEntityTypeConfiguration<ConventionStep>
{
    public void Configure(EntityTypeBuilder<ConventionStep> builder)
    {
        builder.ToTable("steps");
        builder.Property(step => step.Id).ValueGeneratedNever();
        builder.Property(step => step.ByName).HasMaxLength(Lengths.Title);
        builder.Property(step => step.Reason).HasMaxLength(Lengths.Reason);
        builder.HasIndex(step => new { step.ConventionId, step.At });
    }
}
