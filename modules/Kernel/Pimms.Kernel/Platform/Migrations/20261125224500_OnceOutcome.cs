using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Pimms.Kernel.Platform.Migrations
{
    /// <inheritdoc />
    internal sealed partial class OnceOutcome : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
            alter table platform.once
              add column act text,            -- the use case that was done
              add column outcome bytea;       -- what it answered; protected by the key ring
            """);

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("alter table platform.once drop column act, drop column outcome;");
    }
}
