using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pimms.Users;

internal sealed class MailChoiceConfiguration : IEntityTypeConfiguration<MailChoice>
{
    public void Configure(EntityTypeBuilder<MailChoice> choice) => choice.ToTable("mail_choices");
}
