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
        builder.Property(convention => convention.SuspendedBecause).HasMaxLength(Lengths.Reason);
        builder.Property(convention => convention.Signatories).AsJson();
        builder.HasMany(convention => convention.Terms).WithOne().HasForeignKey(terms => terms.ConventionId);
        builder.HasMany(convention => convention.Referents).WithOne().HasForeignKey(referent => referent.ConventionId);
        builder.HasMany(convention => convention.Files).WithOne().HasForeignKey(file => file.ConventionId);
        builder.HasOne(convention => convention.Proposal).WithOne().HasForeignKey<Proposal>(proposal => proposal.ConventionId);
        builder.Ignore(convention => convention.Renewal);
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
        builder.Property(terms => terms.Reference).HasMaxLength(Lengths.Reference);
        builder.Property(terms => terms.Title).HasMaxLength(Lengths.Title);
        builder.Property(terms => terms.Purpose).HasMaxLength(Lengths.Paragraphs);
        builder.Property(terms => terms.AmendedBecause).HasMaxLength(Lengths.Reason);
        builder.Property(terms => terms.Contribution).AsJson();
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
        builder.Property(step => step.Amount).HasPrecision(12, 2);
        builder.HasIndex(step => new { step.ConventionId, step.At });
    }
}

internal sealed class ReferentConfiguration : IEntityTypeConfiguration<Referent>
{
    public void Configure(EntityTypeBuilder<Referent> builder)
    {
        builder.ToTable("referents");
        builder.HasKey(referent => new { referent.ConventionId, referent.Side, referent.Rank });
        builder.Property(referent => referent.Name).HasMaxLength(Lengths.Title);
        // Who leaves is looked for in all conventions.
        builder.HasIndex(referent => referent.PersonId);
    }
}

internal sealed class ProposalConfiguration : IEntityTypeConfiguration<Proposal>
{
    public void Configure(EntityTypeBuilder<Proposal> builder)
    {
        builder.ToTable("proposals");
        builder.HasKey(proposal => proposal.ConventionId);
        builder.Property(proposal => proposal.Body).HasColumnType("jsonb");
        builder.Property(proposal => proposal.ByName).HasMaxLength(Lengths.Title);
    }
}

internal sealed class ConventionSettingsConfiguration : IEntityTypeConfiguration<ConventionSettings>
{
    public void Configure(EntityTypeBuilder<ConventionSettings> builder)
    {
        builder.ToTable("settings");
        builder.Property(settings => settings.ChangedByName).HasMaxLength(Lengths.Title);
    }
}

internal sealed class ConventionFileConfiguration : IEntityTypeConfiguration<ConventionFile>
{
    public void Configure(EntityTypeBuilder<ConventionFile> builder)
    {
        builder.ToTable("files");
        builder.Property(file => file.Id).ValueGeneratedNever();
        builder.Property(file => file.AddedByName).HasMaxLength(Lengths.Title);
        builder.ComplexProperty(file => file.File);
        builder.HasIndex(file => file.ConventionId);
    }
}
