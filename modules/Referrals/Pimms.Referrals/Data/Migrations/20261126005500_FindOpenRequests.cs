using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Pimms.Referrals.Data.Migrations;

/// <summary>By hand: the columns are a part of the referral, of which the model makes no index. For the look at what is open elsewhere before something is sent.</summary>
[DbContext(typeof(ReferralsDbContext)), Migration("20261126005500_FindOpenRequests")]
internal sealed class FindOpenRequests : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        create index ix_referrals_asked_open on referrals.referrals (partner_id, procedure_id)
        where state in ('Sent', 'Accepted', 'InformationRequested', 'OnHold');
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("drop index referrals.ix_referrals_asked_open;");
}
