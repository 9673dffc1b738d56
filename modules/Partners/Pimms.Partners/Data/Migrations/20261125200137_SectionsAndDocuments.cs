using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pimms.Partners.Data.Migrations
{
    /// <inheritdoc />
    internal sealed partial class SectionsAndDocuments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string[]>(
                name: "required_documents",
                schema: "partners",
                table: "form_versions",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "required_documents",
                schema: "partners",
                table: "form_versions");
        }
    }
}
