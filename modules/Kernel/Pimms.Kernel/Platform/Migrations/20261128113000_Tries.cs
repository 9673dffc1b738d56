using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Pimms.Kernel.Platform.Migrations;

/// <summary>How often somebody tried something in a minute, for limits that all hosts hold together.</summary>
[DbContext(typeof(PlatformDbContext)), Migration("20261128113000_Tries")]
internal sealed class Tries : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            create table platform.tries (
              subject bytea not null,         -- SHA-256 of what is tried and of the address that tries it
              minute timestamptz not null,
              count int not null,
              primary key (subject, minute)
            );
            """);
        migrationBuilder.ProtectRows("platform.tries", see: RowSecurity.Nobody);
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("drop table platform.tries;");
}
