using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pimms.Conventions.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "conventions");

            migrationBuilder.CreateTable(
                name: "conventions",
                schema: "conventions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    partner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partner_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    reference = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    purpose = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    published = table.Column<bool>(type: "boolean", nullable: false),
                    signed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    signatories = table.Column<string>(type: "jsonb", nullable: false),
                    suspended_because = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conventions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                schema: "conventions",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reaction = table.Column<string>(type: "text", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox", x => new { x.message_id, x.reaction });
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                schema: "conventions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "jsonb", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    next_try_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    dead_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    error = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "steps",
                schema: "conventions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    published = table.Column<bool>(type: "boolean", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_steps_conventions_convention_id",
                        column: x => x.convention_id,
                        principalSchema: "conventions",
                        principalTable: "conventions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "terms",
                schema: "conventions",
                columns: table => new
                {
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    partner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    published = table.Column<bool>(type: "boolean", nullable: false),
                    effective_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    communes = table.Column<string[]>(type: "text[]", nullable: false),
                    legal_basis = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    disclosed = table.Column<string>(type: "jsonb", nullable: false),
                    retention_months = table.Column<int>(type: "integer", nullable: false),
                    nir_allowed = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_terms", x => new { x.convention_id, x.number });
                    table.ForeignKey(
                        name: "fk_terms_conventions_convention_id",
                        column: x => x.convention_id,
                        principalSchema: "conventions",
                        principalTable: "conventions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "commitments",
                schema: "conventions",
                columns: table => new
                {
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    procedure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    published = table.Column<bool>(type: "boolean", nullable: false),
                    procedure_title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    acknowledge_within_days = table.Column<int>(type: "integer", nullable: false),
                    answer_within_days = table.Column<int>(type: "integer", nullable: false),
                    expiry_days = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_commitments", x => new { x.convention_id, x.number, x.procedure_id });
                    table.ForeignKey(
                        name: "fk_commitments_terms_convention_id_number",
                        columns: x => new { x.convention_id, x.number },
                        principalSchema: "conventions",
                        principalTable: "terms",
                        principalColumns: new[] { "convention_id", "number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_conventions_ends_on_id",
                schema: "conventions",
                table: "conventions",
                columns: new[] { "ends_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_conventions_partner_id",
                schema: "conventions",
                table: "conventions",
                column: "partner_id");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_received_at",
                schema: "conventions",
                table: "inbox",
                column: "received_at");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_next_try_at",
                schema: "conventions",
                table: "outbox",
                column: "next_try_at",
                filter: "settled_at is null and dead_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_steps_convention_id_at",
                schema: "conventions",
                table: "steps",
                columns: new[] { "convention_id", "at" });

            RowSecurityOfConventions.Protect(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "commitments",
                schema: "conventions");

            migrationBuilder.DropTable(
                name: "inbox",
                schema: "conventions");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "conventions");

            migrationBuilder.DropTable(
                name: "steps",
                schema: "conventions");

            migrationBuilder.DropTable(
                name: "terms",
                schema: "conventions");

            migrationBuilder.DropTable(
                name: "conventions",
                schema: "conventions");
        }
    }
}
