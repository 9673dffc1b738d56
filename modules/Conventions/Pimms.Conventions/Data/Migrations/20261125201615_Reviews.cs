using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pimms.Conventions.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Reviews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "calendar_feeds",
                schema: "conventions",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    feed_id = table.Column<Guid>(type: "uuid", nullable: false),
                    secret_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_feeds", x => x.person_id);
                });

            migrationBuilder.CreateTable(
                name: "reviews",
                schema: "conventions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_day = table.Column<DateOnly>(type: "date", nullable: false),
                    to_day = table.Column<DateOnly>(type: "date", nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    opened_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    reopened_because = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    signed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    signed_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    shared = table.Column<string>(type: "jsonb", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reviews", x => x.id);
                    table.ForeignKey(
                        name: "fk_reviews_conventions_convention_id",
                        column: x => x.convention_id,
                        principalSchema: "conventions",
                        principalTable: "conventions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "term_alerts",
                schema: "conventions",
                columns: table => new
                {
                    convention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    days_before = table.Column<int>(type: "integer", nullable: false),
                    partner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_term_alerts", x => new { x.convention_id, x.kind, x.day, x.days_before });
                    table.ForeignKey(
                        name: "fk_term_alerts_conventions_convention_id",
                        column: x => x.convention_id,
                        principalSchema: "conventions",
                        principalTable: "conventions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "review_comments",
                schema: "conventions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    review_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    side = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_comments", x => x.id);
                    table.ForeignKey(
                        name: "fk_review_comments_reviews_review_id",
                        column: x => x.review_id,
                        principalSchema: "conventions",
                        principalTable: "reviews",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "review_figures",
                schema: "conventions",
                columns: table => new
                {
                    review_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    figures = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_figures", x => x.review_id);
                    table.ForeignKey(
                        name: "fk_review_figures_reviews_review_id",
                        column: x => x.review_id,
                        principalSchema: "conventions",
                        principalTable: "reviews",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_calendar_feeds_feed_id",
                schema: "conventions",
                table: "calendar_feeds",
                column: "feed_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_review_comments_review_id",
                schema: "conventions",
                table: "review_comments",
                column: "review_id");

            migrationBuilder.CreateIndex(
                name: "ix_reviews_convention_id_from_day_to_day_edition",
                schema: "conventions",
                table: "reviews",
                columns: new[] { "convention_id", "from_day", "to_day", "edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reviews_number",
                schema: "conventions",
                table: "reviews",
                column: "number",
                unique: true);

            RowSecurityOfReviews.Protect(migrationBuilder);
            TermAlerts.Protect(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "calendar_feeds",
                schema: "conventions");

            migrationBuilder.DropTable(
                name: "review_comments",
                schema: "conventions");

            migrationBuilder.DropTable(
                name: "review_figures",
                schema: "conventions");

            migrationBuilder.DropTable(
                name: "term_alerts",
                schema: "conventions");

            migrationBuilder.DropTable(
                name: "reviews",
                schema: "conventions");
        }
    }
}
