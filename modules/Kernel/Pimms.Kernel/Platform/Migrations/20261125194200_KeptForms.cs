using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pimms.Kernel.Platform.Migrations
{
    /// <inheritdoc />
    internal sealed partial class KeptForms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                create table platform.kept_forms (
                  id text primary key,            -- SHA-256 of the key in the address
                  subject text not null,          -- who typed it
                  path text not null,
                  fields bytea not null,          -- protected by the key ring
                  created_at timestamptz not null
                );
                create index kept_forms_created_at on platform.kept_forms (created_at);
                """);
            migrationBuilder.ProtectRows("platform.kept_forms", see: RowSecurity.Nobody);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("drop table platform.kept_forms;");
    }
}
