using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pimms.Referrals;

internal sealed class CannedReplyConfiguration : IEntityTypeConfiguration<CannedReply>
{
    public void Configure(EntityTypeBuilder<CannedReply> builder)
    {
        builder.ToTable("canned_replies");
        builder.Property(reply => reply.Title).HasMaxLength(CannedReply.LongestTitle);
        builder.Property(reply => reply.Text).HasMaxLength(CannedReply.LongestText);
        builder.HasIndex(reply => new { reply.UnitId, reply.Title }).IsUnique();
        builder.HasIndex(reply => reply.AuthorId);
    }
}
