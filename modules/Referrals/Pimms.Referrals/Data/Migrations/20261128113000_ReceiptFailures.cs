using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Pimms.Referrals.Data.Migrations;

/// <summary>A code that was tried too often with wrong birth dates ends.</summary>
[DbContext(typeof(ReferralsDbContext)), Migration("20261128113000_ReceiptFailures")]
internal sealed class ReceiptFailures : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("alter table referrals.receipts add column failures integer not null default 0, add column closed_at timestamp with time zone;");

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("alter table referrals.receipts drop column failures, drop column closed_at;");
}
