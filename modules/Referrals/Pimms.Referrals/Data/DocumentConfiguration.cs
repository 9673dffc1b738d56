using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pimms.Referrals;

internal sealed class ReferralDocumentConfiguration : IEntityTypeConfiguration<ReferralDocument>
{
    public const string Table = "documents";

    public void Configure(EntityTypeBuilder<ReferralDocument> builder)
    {
        builder.ToTable(Table);
        builder.Property(document => document.Id).ValueGeneratedNever();
        builder.ComplexProperty(document => document.File);
    }
}
