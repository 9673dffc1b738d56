using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pimms.Referrals;

internal sealed class ReferralDocumentConfiguration : IEntityTypeConfiguration<ReferralDocument>
{
    public const string Table = "documents";

    public void Configure(EntityTypeBuilder<ReferralDocument> builder)
    {
        builder.ToTable(Table, table => table.HasCheckConstraint("ck_documents_item_is_shared", "information_item_id is null or (visibility = 'Shared' and side = 'Association')"));
        builder.Property(document => document.Id).ValueGeneratedNever();
        builder.ComplexProperty(document => document.File);
    }
}
