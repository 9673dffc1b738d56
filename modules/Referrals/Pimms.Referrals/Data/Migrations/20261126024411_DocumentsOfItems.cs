using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pimms.Referrals.Data.Migrations
{
    /// <summary>A column of a table that is protected already: who sees the file sees what it answers. Only what both sides see answers anything.</summary>
    internal sealed partial class DocumentsOfItems : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "information_item_id",
                schema: "referrals",
                table: "documents",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_documents_item_is_shared",
                schema: "referrals",
                table: "documents",
                sql: "information_item_id is null or (visibility = 'Shared' and side = 'Association')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_documents_item_is_shared",
                schema: "referrals",
                table: "documents");

            migrationBuilder.DropColumn(
                name: "information_item_id",
                schema: "referrals",
                table: "documents");
        }
    }
}
