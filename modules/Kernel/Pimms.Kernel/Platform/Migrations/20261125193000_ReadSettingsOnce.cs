using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pimms.Kernel.Platform.Migrations
{
    /// <inheritdoc />
    internal sealed partial class ReadSettingsOnce : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.SqlFile(this, "settings-once.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
        }
    }
}
