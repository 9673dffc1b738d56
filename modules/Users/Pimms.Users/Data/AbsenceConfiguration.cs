using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pimms.Users;

internal sealed class AbsenceConfiguration : IEntityTypeConfiguration<Absence>
{
    public void Configure(EntityTypeBuilder<Absence> absence)
    {
        absence.ToTable("absences");
        absence.Property(one => one.From).HasColumnName("from_day");
        absence.Property(one => one.To).HasColumnName("to_day");
        absence.HasIndex(one => one.PersonId);
        // Sign-in asks for whom somebody stands in at every request.
        absence.HasIndex(one => one.ReplacementId);
    }
}
