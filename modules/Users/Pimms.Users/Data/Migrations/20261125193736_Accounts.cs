using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Pimms.Kernel;

#nullable disable

namespace Pimms.Users.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Accounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "invitation_ends_at",
                schema: "users",
                table: "people",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "invitation_impossible",
                schema: "users",
                table: "people",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "invitation_sent_at",
                schema: "users",
                table: "people",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "invited_at",
                schema: "users",
                table: "people",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "presences",
                schema: "users",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    warned_after_days = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_presences", x => x.person_id);
                    table.ForeignKey(
                        name: "fk_presences_people_person_id",
                        column: x => x.person_id,
                        principalSchema: "users",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_presences_seen_at",
                schema: "users",
                table: "presences",
                column: "seen_at");

            // Whoever is there already is counted from today on.
            migrationBuilder.Sql("insert into users.presences (person_id, seen_at, warned_after_days) select id, now(), 0 from users.people where active");
            migrationBuilder.ProtectRows("users.presences", see: $"{RowSecurity.Administrator} or {RowSecurity.PersonIsMe("person_id")}", change: RowSecurity.Nobody);

            // A site's lead runs the accounts of those mediators who work at its own sites only.
            var managed = $"""
                {RowSecurity.Administrator}
                or (current_setting('pimms.role', true) = 'PartnerManager' and role = 'PartnerAgent' and {RowSecurity.PartnerIsMine("partner_id")})
                or (current_setting('pimms.role', true) = 'SiteLead' and role = 'Mediator' and partner_id is null and {RowSecurity.SitesAreMine("site_ids")})
                """;
            migrationBuilder.ProtectChanges("users.people", managed);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "presences",
                schema: "users");

            migrationBuilder.DropColumn(
                name: "invitation_ends_at",
                schema: "users",
                table: "people");

            migrationBuilder.DropColumn(
                name: "invitation_impossible",
                schema: "users",
                table: "people");

            migrationBuilder.DropColumn(
                name: "invitation_sent_at",
                schema: "users",
                table: "people");

            migrationBuilder.DropColumn(
                name: "invited_at",
                schema: "users",
                table: "people");
        }
    }
}
