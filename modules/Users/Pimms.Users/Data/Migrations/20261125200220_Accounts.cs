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
            migrationBuilder.CreateTable(
                name: "invitations",
                schema: "users",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partner_id = table.Column<Guid>(type: "uuid", nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    impossible = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitations", x => x.person_id);
                });

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
                });

            migrationBuilder.CreateIndex(
                name: "ix_presences_seen_at",
                schema: "users",
                table: "presences",
                column: "seen_at");

            migrationBuilder.ProtectRows("users.presences", see: $"{RowSecurity.Administrator} or {RowSecurity.PersonIsMe("person_id")}", change: RowSecurity.Nobody);
            migrationBuilder.ProtectRows("users.invitations", see: $"{RowSecurity.Administrator} or (partner_id is null and {RowSecurity.Association}) or {RowSecurity.PartnerIsMine("partner_id")}", change: RowSecurity.Nobody);

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
            migrationBuilder.DropTable(name: "invitations", schema: "users");
            migrationBuilder.DropTable(name: "presences", schema: "users");
        }
    }
}
