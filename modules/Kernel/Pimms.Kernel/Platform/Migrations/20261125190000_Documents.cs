using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pimms.Kernel.Platform.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Documents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.SqlFile(this, "documents.sql");
            migrationBuilder.ProtectRows("platform.document_contents", RowSecurity.Nobody);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("drop table platform.document_contents");
    }
}
