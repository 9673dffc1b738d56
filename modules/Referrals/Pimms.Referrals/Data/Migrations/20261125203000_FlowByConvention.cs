using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Pimms.Referrals.Data.Migrations
{
    /// <summary>Figures are asked by convention and day of sending; the convention stands within the terms, of which the model knows no part.</summary>
    [DbContext(typeof(ReferralsDbContext))]
    [Migration("20261125203000_FlowByConvention")]
    internal sealed partial class FlowByConvention : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) =>
            migrationBuilder.Sql("create index ix_referrals_convention_sent on referrals.referrals ((terms->>'conventionId'), sent_at) where terms is not null");

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            migrationBuilder.Sql("drop index referrals.ix_referrals_convention_sent");
    }
}
