using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pimms.Referrals;

internal sealed class ReferralConfiguration : IEntityTypeConfiguration<Referral>
{
    private const string Open = "state in ('Sent', 'Accepted', 'InformationRequested', 'OnHold')";

    public void Configure(EntityTypeBuilder<Referral> builder)
    {
        builder.ToTable("referrals", table => table.HasCheckConstraint("ck_referrals_document_count", $"document_count between 0 and {Referral.MostDocuments}"));
        builder.Property(referral => referral.Revision).IsConcurrencyToken();
        // The database keeps it, from the state: what acceptance opens is never opened by a statement of its own.
        builder.Property(referral => referral.Accepted).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        builder.ComplexProperty(referral => referral.To, to =>
        {
            // The sketch of the table reads better without the prefix.
            to.Property(one => one.PartnerId).HasColumnName("partner_id");
            to.Property(one => one.UnitId).HasColumnName("unit_id");
            to.Property(one => one.ProcedureId).HasColumnName("procedure_id");
        });
        builder.ComplexProperty(referral => referral.Request, request => request.Property(one => one.Answers).AsJson());
        builder.Property(referral => referral.Terms).AsJson();
        builder.Property(referral => referral.Disclosed).AsJson();
        builder.Property(referral => referral.DisclosedLater).AsJson();
        builder.Property(referral => referral.InformationItems).AsJson();
        builder.Property(referral => referral.Decision).AsJson();
        builder.Property(referral => referral.FormerAnswers).AsJson();
        builder.ComplexProperty(referral => referral.Clocks, clocks => clocks.Property(one => one.Segments).AsJson());

        builder.HasOne(referral => referral.Late).WithOne().HasForeignKey<LateDisclosure>(late => late.ReferralId);
        builder.HasMany(referral => referral.Timeline).WithOne().HasForeignKey(happened => happened.ReferralId);
        builder.HasMany(referral => referral.Messages).WithOne().HasForeignKey(message => message.ReferralId);
        builder.HasMany(referral => referral.Documents).WithOne().HasForeignKey(document => document.ReferralId);

        builder.HasIndex(referral => referral.Number).IsUnique();
        builder.HasIndex(referral => referral.CaseId);
        builder.HasIndex(referral => new { referral.VisibleToUnit, referral.NextDueOn, referral.Id }, "ix_referrals_unit_open").HasFilter(Open);
        builder.HasIndex(referral => new { referral.VisibleToUnit, referral.ChangedAt, referral.Id }, "ix_referrals_unit_changed");
        builder.HasIndex(referral => new { referral.SiteId, referral.NextDueOn, referral.Id }, "ix_referrals_site_open").HasFilter("state not in ('Closed', 'Withdrawn')");
        builder.HasIndex(referral => new { referral.SiteId, referral.ChangedAt, referral.Id }, "ix_referrals_site_changed");
        // For the schedules, which look at every site and unit.
        builder.HasIndex(referral => referral.ResumeOn).HasFilter("state = 'OnHold'");
    }
}

internal sealed class LateDisclosureConfiguration : IEntityTypeConfiguration<LateDisclosure>
{
    public void Configure(EntityTypeBuilder<LateDisclosure> builder)
    {
        builder.ToTable("late_disclosures");
        builder.HasKey(late => late.ReferralId);
        builder.Property(late => late.ReferralId).ValueGeneratedNever();
        builder.Property(late => late.Fields).AsJson();
    }
}

internal sealed class ReferralEventConfiguration : IEntityTypeConfiguration<ReferralEvent>
{
    public void Configure(EntityTypeBuilder<ReferralEvent> builder)
    {
        builder.ToTable("events");
        builder.Property(happened => happened.Id).ValueGeneratedNever();
    }
}

internal sealed class ReferralMessageConfiguration : IEntityTypeConfiguration<ReferralMessage>
{
    public void Configure(EntityTypeBuilder<ReferralMessage> builder)
    {
        builder.ToTable("messages");
        builder.Property(message => message.Id).ValueGeneratedNever();
    }
}

internal sealed class ReferralTombstoneConfiguration : IEntityTypeConfiguration<ReferralTombstone>
{
    public void Configure(EntityTypeBuilder<ReferralTombstone> builder)
    {
        builder.ToTable("tombstones");
        builder.HasKey(tombstone => tombstone.ReferralId);
        builder.Property(tombstone => tombstone.ReferralId).ValueGeneratedNever();
    }
}

internal sealed class RedirectionConfiguration : IEntityTypeConfiguration<Redirection>
{
    public void Configure(EntityTypeBuilder<Redirection> builder)
    {
        builder.ToTable("redirections");
        builder.HasKey(redirection => redirection.ReferralId);
        builder.Property(redirection => redirection.ReferralId).ValueGeneratedNever();
        builder.HasIndex(redirection => redirection.FromId);
    }
}
