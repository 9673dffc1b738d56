using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Pimms.Kernel;

#nullable disable

namespace Pimms.Users.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Absences : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "absences",
                schema: "users",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    replacement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partner_id = table.Column<Guid>(type: "uuid", nullable: true),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    site_ids = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    from_day = table.Column<DateOnly>(type: "date", nullable: false),
                    to_day = table.Column<DateOnly>(type: "date", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_absences", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_absences_person_id",
                schema: "users",
                table: "absences",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_absences_replacement_id",
                schema: "users",
                table: "absences",
                column: "replacement_id");

            // Who runs the absent person's account says when it is away: its role and sites are copied, and follow it.
            migrationBuilder.FollowScope("users.absences", "users.people", "person_id, role, site_ids", "id, role, site_ids");
            var managed = $"""
                {RowSecurity.Administrator}
                or (current_setting('pimms.role', true) = 'PartnerManager' and role = 'PartnerAgent' and {RowSecurity.PartnerIsMine("partner_id")})
                or (current_setting('pimms.role', true) = 'SiteLead' and role = 'Mediator' and partner_id is null and {RowSecurity.SitesAreMine("site_ids")})
                """;
            migrationBuilder.ProtectRows("users.absences", see: $"{RowSecurity.Administrator} or (partner_id is null and {RowSecurity.Association}) or {RowSecurity.PartnerIsMine("partner_id")}", change: managed);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "absences",
                schema: "users");

            migrationBuilder.Sql("alter table users.people drop constraint people_scope_id_role_site_ids");
        }
    }
}
