using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Pimms.Referrals.Data.Migrations;

/// <summary>Rights only: the model stays as it is.</summary>
[DbContext(typeof(ReferralsDbContext)), Migration("20261125225600_LetOverseeCases")]
internal sealed class LetOverseeCases : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => RowSecurityOfReferrals.LetOverseeCases(migrationBuilder);
}
