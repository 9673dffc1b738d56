using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pimms.Conventions;

internal sealed class ReviewConfiguration : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> builder)
    {
        builder.ToTable("reviews");
        builder.Property(review => review.Number).HasMaxLength(Lengths.Reference);
        builder.Property(review => review.OpenedByName).HasMaxLength(Lengths.Title);
        builder.Property(review => review.SignedByName).HasMaxLength(Lengths.Title);
        builder.Property(review => review.ReopenedBecause).HasMaxLength(Lengths.Reason);
        builder.Property(review => review.Shared).AsJson();
        builder.HasOne(review => review.Exact).WithOne().HasForeignKey<ExactFigures>(exact => exact.ReviewId);
        builder.HasMany(review => review.Comments).WithOne().HasForeignKey(comment => comment.ReviewId);
        builder.HasOne<Convention>().WithMany().HasForeignKey(review => review.ConventionId);
        builder.HasIndex(review => review.Number).IsUnique();
        // Two administrators who open the same one at once: one of them finds it open.
        builder.HasIndex(review => new { review.ConventionId, review.FromDay, review.ToDay, review.Edition }).IsUnique();
    }
}

internal sealed class ExactFiguresConfiguration : IEntityTypeConfiguration<ExactFigures>
{
    public void Configure(EntityTypeBuilder<ExactFigures> builder)
    {
        builder.ToTable("review_figures");
        builder.HasKey(exact => exact.ReviewId);
        builder.Property(exact => exact.ReviewId).ValueGeneratedNever();
        builder.Property(exact => exact.Figures).AsJson();
    }
}

internal sealed class ReviewCommentConfiguration : IEntityTypeConfiguration<ReviewComment>
{
    public void Configure(EntityTypeBuilder<ReviewComment> builder)
    {
        builder.ToTable("review_comments");
        builder.Property(comment => comment.Id).ValueGeneratedNever();
        builder.Property(comment => comment.ByName).HasMaxLength(Lengths.Title);
        builder.Property(comment => comment.Text).HasMaxLength(Lengths.Paragraphs);
    }
}
