using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Pimms.Kernel.Platform.Migrations;

/// <summary>
/// Nothing in the product looks into the journal but its verification, which goes along the chains. Who asks by hand who saw a referral
/// asks the chains of its site and its partner; an index of every subject was written at every page for that rare question.
/// </summary>
[DbContext(typeof(PlatformDbContext)), Migration("20261126060000_JournalIndexes")]
internal sealed class JournalIndexes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("drop index journal.entries_subjects, journal.entries_at;");

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        create index entries_subjects on journal.entries using gin (subjects);
        create index entries_at on journal.entries (at);
        """);
}
