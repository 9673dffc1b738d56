using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pimms.Referrals.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class ConsentEvidenceTable : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "consent_evidence",
                schema: "referrals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    consent_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    site_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    who = table.Column<string>(type: "text", nullable: false),
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
                    table.PrimaryKey("pk_consent_evidence", x => x.id);
                    table.ForeignKey(
                        name: "fk_consent_evidence_consents_consent_id",
                        column: x => x.consent_id,
                        principalSchema: "referrals",
                        principalTable: "consents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_consent_evidence_consent_id",
                schema: "referrals",
                table: "consent_evidence",
                column: "consent_id",
                unique: true);

            RowSecurityOfReferrals.ProtectEvidence(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            migrationBuilder.DropTable(
                name: "consent_evidence",
                schema: "referrals");
    }
}
