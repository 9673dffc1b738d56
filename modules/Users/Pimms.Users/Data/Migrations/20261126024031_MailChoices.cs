using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Pimms.Kernel;

#nullable disable

namespace Pimms.Users.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class MailChoices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_mails_next_try_at",
                schema: "users",
                table: "mails");

            migrationBuilder.AddColumn<string>(
                name: "deliver",
                schema: "users",
                table: "mails",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "AtOnce");

            migrationBuilder.AddColumn<Guid>(
                name: "digest_id",
                schema: "users",
                table: "mails",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "mail_choices",
                schema: "users",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    delivery = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mail_choices", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_mails_digest_id",
                schema: "users",
                table: "mails",
                column: "digest_id",
                filter: "digest_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_mails_next_try_at",
                schema: "users",
                table: "mails",
                column: "next_try_at",
                filter: "sent_at is null and deliver = 'AtOnce'");

            migrationBuilder.CreateIndex(
                name: "ix_mails_person_id",
                schema: "users",
                table: "mails",
                column: "person_id",
                filter: "digest_id is null and deliver = 'Daily'");

            migrationBuilder.ProtectRows("users.mail_choices", see: $"{RowSecurity.Administrator} or {RowSecurity.PersonIsMe("id")}", change: RowSecurity.PersonIsMe("id"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mail_choices",
                schema: "users");

            migrationBuilder.DropIndex(
                name: "ix_mails_digest_id",
                schema: "users",
                table: "mails");

            migrationBuilder.DropIndex(
                name: "ix_mails_next_try_at",
                schema: "users",
                table: "mails");

            migrationBuilder.DropIndex(
                name: "ix_mails_person_id",
                schema: "users",
                table: "mails");

            migrationBuilder.DropColumn(
                name: "deliver",
                schema: "users",
                table: "mails");

            migrationBuilder.DropColumn(
                name: "digest_id",
                schema: "users",
                table: "mails");

            migrationBuilder.CreateIndex(
                name: "ix_mails_next_try_at",
                schema: "users",
                table: "mails",
                column: "next_try_at",
                filter: "sent_at is null");
        }
    }
}
