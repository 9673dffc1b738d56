using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Pimms.Referrals.Data.Migrations;

/// <summary>Rights only: the model stays as it is.</summary>
[DbContext(typeof(ReferralsDbContext)), Migration("20261125193000_LetOversee")]
internal sealed class LetOversee : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => RowSecurityOfReferrals.LetOversee(migrationBuilder);
}
