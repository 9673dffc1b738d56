using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pimms.Referrals.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class ConsentCategories : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "categories",
                schema: "referrals",
                table: "consents",
                type: "jsonb",
                nullable: false,
                defaultValue: """["Identity","Contact","Situation","Documents"]""");

            migrationBuilder.AddColumn<string>(
                name: "evidence",
                schema: "referrals",
                table: "consents",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "renews",
                schema: "referrals",
                table: "consents",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "representative_name",
                schema: "referrals",
                table: "consents",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "representative_quality",
                schema: "referrals",
                table: "consents",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "template_hash",
                schema: "referrals",
                table: "consents",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "template_version",
                schema: "referrals",
                table: "consents",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "withdrawals",
                schema: "referrals",
                table: "consents",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.CreateIndex(
                name: "ix_consents_site_id_valid_until",
                schema: "referrals",
                table: "consents",
                columns: new[] { "site_id", "valid_until" },
                filter: "withdrawn_at is null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_consents_site_id_valid_until",
                schema: "referrals",
                table: "consents");

            migrationBuilder.DropColumn(
                name: "categories",
                schema: "referrals",
                table: "consents");

            migrationBuilder.DropColumn(
                name: "evidence",
                schema: "referrals",
                table: "consents");

            migrationBuilder.DropColumn(
                name: "renews",
                schema: "referrals",
                table: "consents");

            migrationBuilder.DropColumn(
                name: "representative_name",
                schema: "referrals",
                table: "consents");

            migrationBuilder.DropColumn(
                name: "representative_quality",
                schema: "referrals",
                table: "consents");

            migrationBuilder.DropColumn(
                name: "template_hash",
                schema: "referrals",
                table: "consents");

            migrationBuilder.DropColumn(
                name: "template_version",
                schema: "referrals",
                table: "consents");

            migrationBuilder.DropColumn(
                name: "withdrawals",
                schema: "referrals",
                table: "consents");
        }
    }
}
