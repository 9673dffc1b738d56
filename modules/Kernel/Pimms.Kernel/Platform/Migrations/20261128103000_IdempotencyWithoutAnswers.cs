using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Pimms.Kernel.Platform.Migrations;

/// <summary>
/// Answers under idempotency keys are read anew, and no longer kept: an answer of yesterday shows what its reader may not see today. Those that
/// were kept go, whoever asks again under such a key is told that it was done.
/// </summary>
[DbContext(typeof(PlatformDbContext)), Migration("20261128103000_IdempotencyWithoutAnswers")]
internal sealed class IdempotencyWithoutAnswers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        alter table platform.once
          drop column status, drop column location, drop column content_type, drop column etag, drop column body, drop column act, drop column outcome,
          add column steps int not null default 0,  -- how many use cases were done
          add column done bytea;                    -- which, and the ids that they made; protected by the key ring
        """);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        alter table platform.once
          drop column steps, drop column done,
          add column status int, add column location text, add column content_type text, add column etag text, add column body bytea, add column act text, add column outcome bytea;
        """);
}
