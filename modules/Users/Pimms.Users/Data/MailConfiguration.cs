using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pimms.Users;

internal sealed class MailConfiguration : IEntityTypeConfiguration<Mail>
{
    public void Configure(EntityTypeBuilder<Mail> mail)
    {
        mail.ToTable("mails");
        mail.Property(one => one.Id).ValueGeneratedNever();
        mail.Property(one => one.Number).HasMaxLength(40);
        mail.Property(one => one.ToAddress).HasMaxLength(254);
        mail.Property(one => one.Deliver).HasDefaultValue(MailDelivery.AtOnce);
        mail.Ignore(one => one.LinkPath);

        // One mail per person and happening, even if the message came by two ways.
        mail.HasIndex(one => new { one.ReferralId, one.ConventionId, one.Kind, one.HappenedAt, one.PersonId }).IsUnique().AreNullsDistinct(false);
        mail.HasIndex(one => one.NextTryAt).HasFilter("sent_at is null and deliver = 'AtOnce'");
        mail.HasIndex(one => one.PersonId).HasFilter("digest_id is null and deliver = 'Daily'");
        mail.HasIndex(one => one.DigestId).HasFilter("digest_id is not null");
    }
}
