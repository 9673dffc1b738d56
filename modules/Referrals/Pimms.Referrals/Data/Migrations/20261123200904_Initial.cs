using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pimms.Referrals.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "referrals");

            migrationBuilder.CreateSequence(
                name: "case_number",
                schema: "referrals");

            migrationBuilder.CreateSequence(
                name: "referral_number",
                schema: "referrals");

            migrationBuilder.CreateTable(
                name: "cases",
                schema: "referrals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    site_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mediator_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mediator_name = table.Column<string>(type: "text", nullable: false),
                    situation = table.Column<string>(type: "text", nullable: false),
                    harm_date = table.Column<DateOnly>(type: "date", nullable: true),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    beneficiary_address = table.Column<string>(type: "text", nullable: true),
                    beneficiary_birth_date = table.Column<DateOnly>(type: "date", nullable: true),
                    beneficiary_commune = table.Column<string>(type: "text", nullable: true),
                    beneficiary_contact_restrictions = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    beneficiary_email = table.Column<string>(type: "text", nullable: true),
                    beneficiary_family_name = table.Column<string>(type: "text", nullable: false),
                    beneficiary_given_name = table.Column<string>(type: "text", nullable: false),
                    beneficiary_phone = table.Column<string>(type: "text", nullable: true),
                    beneficiary_preferred_language = table.Column<string>(type: "text", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cases", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                schema: "referrals",
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
                schema: "referrals",
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
                name: "referrals",
                schema: "referrals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    site_id = table.Column<Guid>(type: "uuid", nullable: false),
                    site_name = table.Column<string>(type: "text", nullable: false),
                    mediator_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mediator_name = table.Column<string>(type: "text", nullable: false),
                    visible_to_unit = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    terms = table.Column<string>(type: "jsonb", nullable: true),
                    disclosed = table.Column<string>(type: "jsonb", nullable: false),
                    disclosed_later = table.Column<string>(type: "jsonb", nullable: false),
                    accepted = table.Column<bool>(type: "boolean", nullable: false),
                    assignee_id = table.Column<Guid>(type: "uuid", nullable: true),
                    assignee_name = table.Column<string>(type: "text", nullable: true),
                    harm_date = table.Column<DateOnly>(type: "date", nullable: true),
                    next_due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    information_items = table.Column<string>(type: "jsonb", nullable: false),
                    hold_reason = table.Column<string>(type: "text", nullable: true),
                    resume_on = table.Column<DateOnly>(type: "date", nullable: true),
                    decision = table.Column<string>(type: "jsonb", nullable: true),
                    withdraw_reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    verified_result = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    clocks_acknowledge_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    clocks_acknowledged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    clocks_answer_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    clocks_days_left_at_pause = table.Column<int>(type: "integer", nullable: true),
                    clocks_expires_on = table.Column<DateOnly>(type: "date", nullable: true),
                    clocks_segments = table.Column<string>(type: "jsonb", nullable: false),
                    clocks_stopped_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    request_answers = table.Column<string>(type: "jsonb", nullable: false),
                    request_expected_outcome = table.Column<string>(type: "text", nullable: false),
                    request_subject = table.Column<string>(type: "text", nullable: false),
                    request_urgency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    request_urgency_reason = table.Column<string>(type: "text", nullable: true),
                    to_form_version = table.Column<int>(type: "integer", nullable: false),
                    partner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to_partner_name = table.Column<string>(type: "text", nullable: false),
                    procedure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to_procedure_title = table.Column<string>(type: "text", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to_unit_name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_referrals", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "tombstones",
                schema: "referrals",
                columns: table => new
                {
                    referral_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    site_id = table.Column<Guid>(type: "uuid", nullable: false),
                    unit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tombstones", x => x.referral_id);
                });

            migrationBuilder.CreateTable(
                name: "consents",
                schema: "referrals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    site_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    partner_ids = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    given_on = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_until = table.Column<DateOnly>(type: "date", nullable: false),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    recorded_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consents", x => x.id);
                    table.ForeignKey(
                        name: "fk_consents_cases_case_id",
                        column: x => x.case_id,
                        principalSchema: "referrals",
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "events",
                schema: "referrals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    referral_id = table.Column<Guid>(type: "uuid", nullable: false),
                    site_id = table.Column<Guid>(type: "uuid", nullable: false),
                    visible_to_unit = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    side = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    who = table.Column<string>(type: "text", nullable: false),
                    visibility = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    detail = table.Column<string>(type: "text", nullable: true),
                    text = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_events_referrals_referral_id",
                        column: x => x.referral_id,
                        principalSchema: "referrals",
                        principalTable: "referrals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "late_disclosures",
                schema: "referrals",
                columns: table => new
                {
                    referral_id = table.Column<Guid>(type: "uuid", nullable: false),
                    site_id = table.Column<Guid>(type: "uuid", nullable: false),
                    visible_to_unit = table.Column<Guid>(type: "uuid", nullable: false),
                    accepted = table.Column<bool>(type: "boolean", nullable: false),
                    fields = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_late_disclosures", x => x.referral_id);
                    table.ForeignKey(
                        name: "fk_late_disclosures_referrals_referral_id",
                        column: x => x.referral_id,
                        principalSchema: "referrals",
                        principalTable: "referrals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "messages",
                schema: "referrals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    referral_id = table.Column<Guid>(type: "uuid", nullable: false),
                    site_id = table.Column<Guid>(type: "uuid", nullable: false),
                    visible_to_unit = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    who = table.Column<string>(type: "text", nullable: false),
                    side = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    visibility = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_messages", x => x.id);
                    table.ForeignKey(
                        name: "fk_messages_referrals_referral_id",
                        column: x => x.referral_id,
                        principalSchema: "referrals",
                        principalTable: "referrals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_cases_number",
                schema: "referrals",
                table: "cases",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cases_site_id_opened_at",
                schema: "referrals",
                table: "cases",
                columns: new[] { "site_id", "opened_at" });

            migrationBuilder.CreateIndex(
                name: "ix_consents_case_id",
                schema: "referrals",
                table: "consents",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_events_referral_id",
                schema: "referrals",
                table: "events",
                column: "referral_id");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_received_at",
                schema: "referrals",
                table: "inbox",
                column: "received_at");

            migrationBuilder.CreateIndex(
                name: "ix_messages_referral_id",
                schema: "referrals",
                table: "messages",
                column: "referral_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_next_try_at",
                schema: "referrals",
                table: "outbox",
                column: "next_try_at",
                filter: "settled_at is null and dead_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_referrals_case_id",
                schema: "referrals",
                table: "referrals",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_referrals_number",
                schema: "referrals",
                table: "referrals",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_referrals_resume_on",
                schema: "referrals",
                table: "referrals",
                column: "resume_on",
                filter: "state = 'OnHold'");

            migrationBuilder.CreateIndex(
                name: "ix_referrals_site_id_changed_at_id",
                schema: "referrals",
                table: "referrals",
                columns: new[] { "site_id", "changed_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_referrals_site_id_next_due_on_id",
                schema: "referrals",
                table: "referrals",
                columns: new[] { "site_id", "next_due_on", "id" },
                filter: "state not in ('Closed', 'Withdrawn')");

            migrationBuilder.CreateIndex(
                name: "ix_referrals_visible_to_unit_changed_at_id",
                schema: "referrals",
                table: "referrals",
                columns: new[] { "visible_to_unit", "changed_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_referrals_visible_to_unit_next_due_on_id",
                schema: "referrals",
                table: "referrals",
                columns: new[] { "visible_to_unit", "next_due_on", "id" },
                filter: "state in ('Sent', 'Accepted', 'InformationRequested', 'OnHold')");

            RowSecurityOfReferrals.Protect(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "consents",
                schema: "referrals");

            migrationBuilder.DropTable(
                name: "events",
                schema: "referrals");

            migrationBuilder.DropTable(
                name: "inbox",
                schema: "referrals");

            migrationBuilder.DropTable(
                name: "late_disclosures",
                schema: "referrals");

            migrationBuilder.DropTable(
                name: "messages",
                schema: "referrals");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "referrals");

            migrationBuilder.DropTable(
                name: "tombstones",
                schema: "referrals");

            migrationBuilder.DropTable(
                name: "cases",
                schema: "referrals");

            migrationBuilder.DropTable(
                name: "referrals",
                schema: "referrals");

            migrationBuilder.DropSequence(
                name: "case_number",
                schema: "referrals");

            migrationBuilder.DropSequence(
                name: "referral_number",
                schema: "referrals");
        }
    }
}
