using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using static Pimms.Kernel.RowSecurity;

namespace Pimms.Referrals.Data.Migrations;

/// <summary>A counter that is no entity: it is taken and read by statements of its own.</summary>
[DbContext(typeof(ReferralsDbContext)), Migration("20261125203000_SentCounts")]
internal sealed class SentCounts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            create table referrals.sent_counts (
              convention_id uuid not null,
              procedure_id uuid not null,
              month date not null,
              count integer not null,
              constraint pk_sent_counts primary key (convention_id, procedure_id, month)
            );
            -- What went out before anybody counted; what is forced on everybody is lifted for the owner's own work only.
            alter table referrals.referrals no force row level security;
            insert into referrals.sent_counts (convention_id, procedure_id, month, count)
            select (terms ->> 'conventionId')::uuid, procedure_id, date_trunc('month', sent_at at time zone 'Europe/Paris')::date, count(*)
            from referrals.referrals where sent_at is not null and terms ->> 'conventionId' is not null group by 1, 2, 3;
            alter table referrals.referrals force row level security;
            """);
        // Numbers of all sites: who sends has to see the month's last place.
        migrationBuilder.ProtectRows("referrals.sent_counts", Association);
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("sent_counts", "referrals");
}
