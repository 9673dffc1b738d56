using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pimms.Referrals;

internal sealed class ReceiptConfiguration : IEntityTypeConfiguration<Receipt>
{
    public void Configure(EntityTypeBuilder<Receipt> builder)
    {
        builder.ToTable("receipts");
        builder.HasKey(receipt => receipt.CaseId);
        builder.Property(receipt => receipt.CaseId).ValueGeneratedNever();
        builder.HasIndex(receipt => receipt.CodeHash).IsUnique();
    }
}

internal sealed class FollowTryConfiguration : IEntityTypeConfiguration<FollowTry>
{
    public void Configure(EntityTypeBuilder<FollowTry> builder)
    {
        builder.ToTable("follow_tries");
        builder.HasKey(one => one.Subject);
        builder.HasIndex(one => one.Since);
    }
}
