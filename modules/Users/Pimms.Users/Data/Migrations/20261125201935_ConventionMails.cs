using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pimms.Users.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class ConventionMails : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_mails_referral_id_kind_happened_at_person_id",
                schema: "users",
                table: "mails");

            migrationBuilder.AlterColumn<string>(
                name: "number",
                schema: "users",
                table: "mails",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(20)",
                oldMaxLength: 20);

            migrationBuilder.AddColumn<Guid>(
                name: "convention_id",
                schema: "users",
                table: "mails",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "day",
                schema: "users",
                table: "mails",
                type: "date",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_mails_referral_id_convention_id_kind_happened_at_person_id",
                schema: "users",
                table: "mails",
                columns: new[] { "referral_id", "convention_id", "kind", "happened_at", "person_id" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_mails_referral_id_convention_id_kind_happened_at_person_id",
                schema: "users",
                table: "mails");

            migrationBuilder.DropColumn(
                name: "convention_id",
                schema: "users",
                table: "mails");

            migrationBuilder.DropColumn(
                name: "day",
                schema: "users",
                table: "mails");

            migrationBuilder.AlterColumn<string>(
                name: "number",
                schema: "users",
                table: "mails",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(40)",
                oldMaxLength: 40);

            migrationBuilder.CreateIndex(
                name: "ix_mails_referral_id_kind_happened_at_person_id",
                schema: "users",
                table: "mails",
                columns: new[] { "referral_id", "kind", "happened_at", "person_id" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);
        }
    }
}
