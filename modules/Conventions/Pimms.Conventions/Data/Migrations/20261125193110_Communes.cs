using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pimms.Conventions.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Communes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "commune_imports",
                schema: "conventions",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    communes = table.Column<string>(type: "jsonb", nullable: false),
                    refused = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_commune_imports", x => x.person_id);
                });

            migrationBuilder.CreateTable(
                name: "communes",
                schema: "conventions",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    search_key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_communes", x => x.code);
                });

            migrationBuilder.CreateIndex(
                name: "ix_communes_search_key",
                schema: "conventions",
                table: "communes",
                column: "search_key")
                .Annotation("Npgsql:IndexOperators", new[] { "text_pattern_ops" });

            // Before its rows are protected, also from the owner.
            CommuneTable.Ship(migrationBuilder);
            CommuneTable.Protect(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "commune_imports",
                schema: "conventions");

            migrationBuilder.DropTable(
                name: "communes",
                schema: "conventions");
        }
    }
}
