using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pimms.Conventions;

internal sealed class CalendarFeedConfiguration : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> builder)
    {
        builder.ToTable("calendar_feeds");
        builder.HasKey(feed => feed.PersonId);
        builder.Property(feed => feed.PersonId).ValueGeneratedNever();
        builder.HasIndex(feed => feed.FeedId).IsUnique();
    }
}

internal sealed class TermAlertConfiguration : IEntityTypeConfiguration<TermAlert>
{
    public void Configure(EntityTypeBuilder<TermAlert> builder)
    {
        builder.ToTable("term_alerts");
        builder.HasKey(alert => new { alert.ConventionId, alert.Kind, alert.Day, alert.DaysBefore });
        builder.HasOne<Convention>().WithMany().HasForeignKey(alert => alert.ConventionId);
    }
}
