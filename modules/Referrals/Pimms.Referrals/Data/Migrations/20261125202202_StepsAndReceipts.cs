using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pimms.Referrals.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class StepsAndReceipts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "post_id",
                schema: "referrals",
                table: "cases",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "post_name",
                schema: "referrals",
                table: "cases",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "follow_tries",
                schema: "referrals",
                columns: table => new
                {
                    subject = table.Column<byte[]>(type: "bytea", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_follow_tries", x => x.subject);
                });

            migrationBuilder.CreateTable(
                name: "receipts",
                schema: "referrals",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    site_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    issued_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_receipts", x => x.case_id);
                });

            migrationBuilder.CreateTable(
                name: "redirections",
                schema: "referrals",
                columns: table => new
                {
                    referral_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_id = table.Column<Guid>(type: "uuid", nullable: false),
                    site_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_redirections", x => x.referral_id);
                });

            migrationBuilder.CreateTable(
                name: "steps",
                schema: "referrals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    site_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author_name = table.Column<string>(type: "text", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_steps_cases_case_id",
                        column: x => x.case_id,
                        principalSchema: "referrals",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_follow_tries_since",
                schema: "referrals",
                table: "follow_tries",
                column: "since");

            migrationBuilder.CreateIndex(
                name: "ix_receipts_code_hash",
                schema: "referrals",
                table: "receipts",
                column: "code_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_redirections_from_id",
                schema: "referrals",
                table: "redirections",
                column: "from_id");

            migrationBuilder.CreateIndex(
                name: "ix_steps_case_id",
                schema: "referrals",
                table: "steps",
                column: "case_id");

            RowSecurityOfReferrals.ProtectStepsAndRedirections(migrationBuilder);
            RowSecurityOfReferrals.ProtectReceipts(migrationBuilder);
            // Whoever is about to send asks for the same that is open.
            migrationBuilder.Sql("create index ix_referrals_partner_procedure_state on referrals.referrals (partner_id, procedure_id, state)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "follow_tries",
                schema: "referrals");

            migrationBuilder.DropTable(
                name: "receipts",
                schema: "referrals");

            migrationBuilder.DropTable(
                name: "redirections",
                schema: "referrals");

            migrationBuilder.DropTable(
                name: "steps",
                schema: "referrals");

            migrationBuilder.DropColumn(
                name: "post_id",
                schema: "referrals",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "post_name",
                schema: "referrals",
                table: "cases");
        }
    }
}
