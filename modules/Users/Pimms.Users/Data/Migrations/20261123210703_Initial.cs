using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pimms.Users.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "users");

            migrationBuilder.CreateTable(
                name: "inbox",
                schema: "users",
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
                name: "mails",
                schema: "users",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    referral_id = table.Column<Guid>(type: "uuid", nullable: true),
                    number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    happened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to_address = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    next_try_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mails", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                schema: "users",
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
                name: "people",
                schema: "users",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    given_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    family_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    user_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    subject = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    site_ids = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    partner_id = table.Column<Guid>(type: "uuid", nullable: true),
                    unit_ids = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    active = table.Column<bool>(type: "boolean", nullable: false),
                    deactivated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    search_key = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_people", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sites",
                schema: "users",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sites", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outreach_posts",
                schema: "users",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    site_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    commune = table.Column<string>(type: "character(5)", fixedLength: true, maxLength: 5, nullable: false),
                    weekday = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    opens = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    closes = table.Column<TimeOnly>(type: "time without time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outreach_posts", x => x.id);
                    table.ForeignKey(
                        name: "fk_outreach_posts_sites_site_id",
                        column: x => x.site_id,
                        principalSchema: "users",
                        principalTable: "sites",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_inbox_received_at",
                schema: "users",
                table: "inbox",
                column: "received_at");

            migrationBuilder.CreateIndex(
                name: "ix_mails_next_try_at",
                schema: "users",
                table: "mails",
                column: "next_try_at",
                filter: "sent_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_mails_referral_id_kind_happened_at_person_id",
                schema: "users",
                table: "mails",
                columns: new[] { "referral_id", "kind", "happened_at", "person_id" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_next_try_at",
                schema: "users",
                table: "outbox",
                column: "next_try_at",
                filter: "settled_at is null and dead_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_outreach_posts_site_id",
                schema: "users",
                table: "outreach_posts",
                column: "site_id");

            migrationBuilder.CreateIndex(
                name: "ix_people_partner_id_user_name",
                schema: "users",
                table: "people",
                columns: new[] { "partner_id", "user_name" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_people_search_key_id",
                schema: "users",
                table: "people",
                columns: new[] { "search_key", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_people_site_ids",
                schema: "users",
                table: "people",
                column: "site_ids")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_people_subject",
                schema: "users",
                table: "people",
                column: "subject",
                unique: true);

            var seen = $"{RowSecurity.Administrator} or (partner_id is null and {RowSecurity.Association}) or {RowSecurity.PartnerIsMine("partner_id")} or {RowSecurity.PersonIsMe("id")}";
            var managed = $"{RowSecurity.Administrator} or (current_setting('pimms.role', true) = 'PartnerManager' and role = 'PartnerAgent' and {RowSecurity.PartnerIsMine("partner_id")})";
            migrationBuilder.ProtectRows("users.people", see: seen, change: managed);
            migrationBuilder.ProtectRows("users.sites", see: RowSecurity.SignedIn, change: RowSecurity.Administrator);
            migrationBuilder.ProtectRows("users.outreach_posts", see: RowSecurity.SignedIn, change: RowSecurity.Administrator);
            migrationBuilder.ProtectRows("users.mails", see: RowSecurity.Administrator, change: RowSecurity.Nobody);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "inbox",
                schema: "users");

            migrationBuilder.DropTable(
                name: "mails",
                schema: "users");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "users");

            migrationBuilder.DropTable(
                name: "outreach_posts",
                schema: "users");

            migrationBuilder.DropTable(
                name: "people",
                schema: "users");

            migrationBuilder.DropTable(
                name: "sites",
                schema: "users");
        }
    }
}
