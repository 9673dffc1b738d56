using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pimms.Referrals.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class CannedRepliesTable : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "canned_replies",
                schema: "referrals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author_name = table.Column<string>(type: "text", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_canned_replies", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_canned_replies_author_id",
                schema: "referrals",
                table: "canned_replies",
                column: "author_id");

            migrationBuilder.CreateIndex(
                name: "ix_canned_replies_unit_id_title",
                schema: "referrals",
                table: "canned_replies",
                columns: new[] { "unit_id", "title" },
                unique: true);

            RowSecurityOfReferrals.ProtectCannedReplies(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "canned_replies",
                schema: "referrals");
        }
    }
}
