using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Pimms.Referrals.Data.Migrations;

/// <summary>
/// By hand: the columns are parts of their rows, of which the model makes no index. The look at what is open elsewhere begins with whom it may be,
/// and its index of open requests says what only that look asks: the inbox, which does not, took it for its own and read everybody's.
/// </summary>
[DbContext(typeof(ReferralsDbContext)), Migration("20261126025000_FindByBirthDate")]
internal sealed class FindByBirthDate : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        create index ix_cases_beneficiary_birth_date on referrals.cases (beneficiary_birth_date);
        drop index referrals.ix_referrals_asked_open;
        create index ix_referrals_asked_open on referrals.referrals (partner_id, procedure_id)
        where state in ('Sent', 'Accepted', 'InformationRequested', 'OnHold') and sent_at is not null;
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        drop index referrals.ix_cases_beneficiary_birth_date, referrals.ix_referrals_asked_open;
        create index ix_referrals_asked_open on referrals.referrals (partner_id, procedure_id)
        where state in ('Sent', 'Accepted', 'InformationRequested', 'OnHold');
        """);
}
