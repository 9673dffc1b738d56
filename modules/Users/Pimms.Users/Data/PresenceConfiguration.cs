using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pimms.Users;

internal sealed class PresenceConfiguration : IEntityTypeConfiguration<Presence>
{
    public void Configure(EntityTypeBuilder<Presence> presence)
    {
        presence.ToTable("presences");
        presence.HasKey(one => one.PersonId);
        presence.HasIndex(one => one.SeenAt);
        presence.HasOne<Person>().WithOne().HasForeignKey<Presence>(one => one.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
