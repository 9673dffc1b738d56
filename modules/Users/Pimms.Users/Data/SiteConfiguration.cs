using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pimms.Users;

internal sealed class SiteConfiguration : IEntityTypeConfiguration<Site>
{
    public void Configure(EntityTypeBuilder<Site> site)
    {
        site.ToTable("sites");
        site.Property(one => one.Name).HasMaxLength(100);
        site.HasMany(one => one.Posts).WithOne().HasForeignKey(post => post.SiteId);
    }
}

internal sealed class OutreachPostConfiguration : IEntityTypeConfiguration<OutreachPost>
{
    public void Configure(EntityTypeBuilder<OutreachPost> post)
    {
        post.ToTable("outreach_posts");
        post.Property(one => one.Name).HasMaxLength(100);
        post.Property(one => one.Place).HasMaxLength(200);
        post.Property(one => one.Commune).HasMaxLength(5).IsFixedLength();
    }
}
