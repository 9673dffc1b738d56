using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pimms.Users;

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.ToTable("people");
        person.Property(one => one.GivenName).HasMaxLength(100);
        person.Property(one => one.FamilyName).HasMaxLength(100);
        person.Property(one => one.Email).HasMaxLength(254);
        person.Property(one => one.UserName).HasMaxLength(100);
        person.Property(one => one.Subject).HasMaxLength(255);
        person.Property(one => one.SearchKey).HasMaxLength(600);
        person.Ignore(one => one.Name);
        person.Ignore(one => one.Side);

        // Sign-in asks by subject at every request.
        person.HasIndex(one => one.Subject).IsUnique();
        // Within one partner only: across partners, a name that is taken would tell that somebody is there.
        person.HasIndex(one => new { one.PartnerId, one.UserName }).IsUnique().AreNullsDistinct(false);
        person.HasIndex(one => one.SiteIds).HasMethod("gin");
        person.HasIndex(one => new { one.SearchKey, one.Id });
    }
}
