using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pimms.Referrals.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Documents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "document_count",
                schema: "referrals",
                table: "referrals",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "documents",
                schema: "referrals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    referral_id = table.Column<Guid>(type: "uuid", nullable: false),
                    site_id = table.Column<Guid>(type: "uuid", nullable: false),
                    visible_to_unit = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    who = table.Column<string>(type: "text", nullable: false),
                    side = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    visibility = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    requirement = table.Column<string>(type: "text", nullable: true),
                    file_content_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_content_type = table.Column<string>(type: "text", nullable: false),
                    file_file_name = table.Column<string>(type: "text", nullable: false),
                    file_key = table.Column<byte[]>(type: "bytea", nullable: false),
                    file_sha256 = table.Column<string>(type: "text", nullable: false),
                    file_size = table.Column<long>(type: "bigint", nullable: false),
                    file_state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_documents", x => x.id);
                    table.ForeignKey(
                        name: "fk_documents_referrals_referral_id",
                        column: x => x.referral_id,
                        principalSchema: "referrals",
                        principalTable: "referrals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_referrals_document_count",
                schema: "referrals",
                table: "referrals",
                sql: "document_count between 0 and 10");

            migrationBuilder.CreateIndex(
                name: "ix_documents_referral_id",
                schema: "referrals",
                table: "documents",
                column: "referral_id");

            RowSecurityOfReferrals.ProtectDocuments(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "documents",
                schema: "referrals");

            migrationBuilder.DropCheckConstraint(
                name: "ck_referrals_document_count",
                schema: "referrals",
                table: "referrals");

            migrationBuilder.DropColumn(
                name: "document_count",
                schema: "referrals",
                table: "referrals");
        }
    }
}
