using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pimms.Users;

internal sealed class PresenceConfiguration : IEntityTypeConfiguration<Presence>
{
    public void Configure(EntityTypeBuilder<Presence> presence)
    {
        presence.ToTable("presences");
        presence.HasKey(one => one.PersonId);
        presence.Property(one => one.PersonId).ValueGeneratedNever();
        presence.HasIndex(one => one.SeenAt);
    }
}
