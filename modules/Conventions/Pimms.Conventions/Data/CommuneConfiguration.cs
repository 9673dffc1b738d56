using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pimms.Conventions;

internal sealed class KnownCommuneConfiguration : IEntityTypeConfiguration<KnownCommune>
{
    public void Configure(EntityTypeBuilder<KnownCommune> builder)
    {
        builder.ToTable("communes");
        builder.HasKey(commune => commune.Code);
        builder.Property(commune => commune.Code).HasMaxLength(5);
        builder.Property(commune => commune.Name).HasMaxLength(Lengths.Title);
        builder.Property(commune => commune.SearchKey).HasMaxLength(Lengths.Title);
        // What a search begins with is looked up as it is written, whatever the database's language.
        builder.HasIndex(commune => commune.SearchKey).HasOperators("text_pattern_ops");
    }
}

internal sealed class CommuneImportConfiguration : IEntityTypeConfiguration<CommuneImport>
{
    public void Configure(EntityTypeBuilder<CommuneImport> builder)
    {
        builder.ToTable("commune_imports");
        builder.HasKey(import => import.PersonId);
        builder.Property(import => import.PersonId).ValueGeneratedNever();
        builder.Property(import => import.FileName).HasMaxLength(Lengths.Title);
        builder.Property(import => import.Communes).AsJson();
        builder.Property(import => import.Refused).AsJson();
    }
}
