using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pimms.Conventions.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Life : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "amended_because",
                schema: "conventions",
                table: "terms",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "contribution",
                schema: "conventions",
                table: "terms",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "notice_months",
                schema: "conventions",
                table: "terms",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "purpose",
                schema: "conventions",
                table: "terms",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "reference",
                schema: "conventions",
                table: "terms",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "renewal_months",
                schema: "conventions",
                table: "terms",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "title",
                schema: "conventions",
                table: "terms",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<decimal>(
                name: "amount",
                schema: "conventions",
                table: "steps",
                type: "numeric(12,2)",
                precision: 12,
                scale: 2,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "agreed_ends_on",
                schema: "conventions",
                table: "conventions",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<string>(
                name: "end_reason",
                schema: "conventions",
                table: "conventions",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "notice_by",
                schema: "conventions",
                table: "conventions",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "notice_months",
                schema: "conventions",
                table: "conventions",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "renewal_months",
                schema: "conventions",
                table: "conventions",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "renewals",
                schema: "conventions",
                table: "conventions",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "replaced_by_id",
                schema: "conventions",
                table: "conventions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "signature_pending",
                schema: "conventions",
                table: "conventions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "term_ends_on",
                schema: "conventions",
                table: "conventions",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<int>(
                name: "monthly_cap",
                schema: "conventions",
                table: "commitments",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "proposals",
                schema: "conventions",
                columns: table => new
                {
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    body = table.Column<string>(type: "jsonb", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proposals", x => x.convention_id);
                    table.ForeignKey(
                        name: "fk_proposals_conventions_convention_id",
                        column: x => x.convention_id,
                        principalSchema: "conventions",
                        principalTable: "conventions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "referents",
                schema: "conventions",
                columns: table => new
                {
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    side = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    rank = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    partner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    published = table.Column<bool>(type: "boolean", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_referents", x => new { x.convention_id, x.side, x.rank });
                    table.ForeignKey(
                        name: "fk_referents_conventions_convention_id",
                        column: x => x.convention_id,
                        principalSchema: "conventions",
                        principalTable: "conventions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "settings",
                schema: "conventions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    second_administrator = table.Column<bool>(type: "boolean", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settings", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_referents_person_id",
                schema: "conventions",
                table: "referents",
                column: "person_id");

            // What was written so far is the first version; what is forced on everybody is lifted for the owner's own work only.
            migrationBuilder.Sql("""
                alter table conventions.conventions no force row level security;
                alter table conventions.terms no force row level security;
                update conventions.terms t set reference = c.reference, title = c.title, purpose = c.purpose from conventions.conventions c where c.id = t.convention_id;
                update conventions.conventions c set agreed_ends_on = t.ends_on, term_ends_on = c.ends_on from conventions.terms t where t.convention_id = c.id and t.number = 1;
                set constraints all immediate;
                alter table conventions.conventions force row level security;
                alter table conventions.terms force row level security;
                """);

            migrationBuilder.DropColumn(
                name: "purpose",
                schema: "conventions",
                table: "conventions");

            RowSecurityOfLife.Protect(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "proposals",
                schema: "conventions");

            migrationBuilder.DropTable(
                name: "referents",
                schema: "conventions");

            migrationBuilder.DropTable(
                name: "settings",
                schema: "conventions");

            migrationBuilder.DropColumn(
                name: "amended_because",
                schema: "conventions",
                table: "terms");

            migrationBuilder.DropColumn(
                name: "contribution",
                schema: "conventions",
                table: "terms");

            migrationBuilder.DropColumn(
                name: "notice_months",
                schema: "conventions",
                table: "terms");

            migrationBuilder.DropColumn(
                name: "purpose",
                schema: "conventions",
                table: "terms");

            migrationBuilder.DropColumn(
                name: "reference",
                schema: "conventions",
                table: "terms");

            migrationBuilder.DropColumn(
                name: "renewal_months",
                schema: "conventions",
                table: "terms");

            migrationBuilder.DropColumn(
                name: "title",
                schema: "conventions",
                table: "terms");

            migrationBuilder.DropColumn(
                name: "amount",
                schema: "conventions",
                table: "steps");

            migrationBuilder.DropColumn(
                name: "agreed_ends_on",
                schema: "conventions",
                table: "conventions");

            migrationBuilder.DropColumn(
                name: "end_reason",
                schema: "conventions",
                table: "conventions");

            migrationBuilder.DropColumn(
                name: "notice_by",
                schema: "conventions",
                table: "conventions");

            migrationBuilder.DropColumn(
                name: "notice_months",
                schema: "conventions",
                table: "conventions");

            migrationBuilder.DropColumn(
                name: "renewal_months",
                schema: "conventions",
                table: "conventions");

            migrationBuilder.DropColumn(
                name: "renewals",
                schema: "conventions",
                table: "conventions");

            migrationBuilder.DropColumn(
                name: "replaced_by_id",
                schema: "conventions",
                table: "conventions");

            migrationBuilder.DropColumn(
                name: "signature_pending",
                schema: "conventions",
                table: "conventions");

            migrationBuilder.DropColumn(
                name: "term_ends_on",
                schema: "conventions",
                table: "conventions");

            migrationBuilder.DropColumn(
                name: "monthly_cap",
                schema: "conventions",
                table: "commitments");

            migrationBuilder.AddColumn<string>(
                name: "purpose",
                schema: "conventions",
                table: "conventions",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: false,
                defaultValue: "");
        }
    }
}
