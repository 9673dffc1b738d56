using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pimms.Partners;

/// <summary>Names sort as people expect, <c>É</c> with <c>E</c>, whatever the locale of the cluster.</summary>
internal static class French
{
    public const string Order = "fr-x-icu";
}

internal sealed class PartnerConfiguration : IEntityTypeConfiguration<Partner>
{
    public void Configure(EntityTypeBuilder<Partner> partner)
    {
        partner.ToTable("partners");
        partner.Property(one => one.Name).HasMaxLength(120).UseCollation(French.Order);
        partner.HasIndex(one => one.Name).IsUnique();
    }
}

internal sealed class PartnerUnitConfiguration : IEntityTypeConfiguration<PartnerUnit>
{
    public void Configure(EntityTypeBuilder<PartnerUnit> unit)
    {
        unit.ToTable("units");
        unit.Property(one => one.Name).HasMaxLength(120).UseCollation(French.Order);
        unit.Property(one => one.Instructions).HasMaxLength(4000);
        unit.Property(one => one.Mailbox).HasMaxLength(254);
        unit.HasOne<Partner>().WithMany().HasForeignKey(one => one.PartnerId).OnDelete(DeleteBehavior.Restrict);
        unit.HasIndex(one => new { one.PartnerId, one.Name }).IsUnique();
    }
}

internal sealed class ProcedureConfiguration : IEntityTypeConfiguration<Procedure>
{
    public void Configure(EntityTypeBuilder<Procedure> procedure)
    {
        procedure.ToTable("procedures");
        procedure.Property(one => one.Title).HasMaxLength(160).UseCollation(French.Order);
        procedure.Property(one => one.Description).HasMaxLength(2000);
        procedure.HasIndex(one => new { one.UnitId, one.Title }).IsUnique();
        procedure.HasIndex(one => one.PartnerId);
    }
}

internal sealed class FormVersionConfiguration : IEntityTypeConfiguration<FormVersion>
{
    // A version never changes, so that being the same object is being the same form.
    private static readonly ValueComparer<IReadOnlyList<FormField>> ByReference = new((one, other) => ReferenceEquals(one, other), fields => fields.GetHashCode());

    public void Configure(EntityTypeBuilder<FormVersion> form)
    {
        form.ToTable("form_versions");
        form.HasKey(one => new { one.ProcedureId, one.Version });
        form.Property(one => one.Fields).HasColumnType("jsonb").HasConversion(fields => FormJson.Write(fields), json => FormJson.Read(json), ByReference);
    }
}
