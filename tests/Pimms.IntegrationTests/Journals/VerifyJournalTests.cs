using Npgsql;

namespace Pimms.IntegrationTests;

/// <summary>The command that recomputes the journal. Harm is done as superuser, past triggers and grants.</summary>
public sealed class VerifyJournalTests(HarmedJournal journal) : IClassFixture<HarmedJournal>, IAsyncLifetime
{
    public ValueTask InitializeAsync() => journal.Restore();

    [Fact]
    public async Task Finds_nothing_where_nothing_was_done()
    {
        var (code, output) = await Verify();
        Assert.Equal((0, "10 entries in 2 chains, 0 findings"), (code, output));
    }

    [Fact]
    public async Task Says_so_on_the_command_line_and_by_its_exit_code()
    {
        Assert.Equal((0, "10 entries in 2 chains, 0 findings"), await HostProcess.Run(journal.Database, "verify-journal"));

        await Harm("update journal.entries set act = 'x' where chain = 'partner:energie' and seq = 3; delete from journal.entries where chain = 'site:valdegour' and seq = 2");
        Assert.Equal(
            (1, "partner:energie: entry 3 was altered, or does not follow entry 2\nsite:valdegour: entry 2 is missing\n9 entries in 2 chains, 2 findings"),
            await HostProcess.Run(journal.Database, "verify-journal"));
    }

    [Theory]
    [InlineData("update journal.entries set user_id = 'person 9' where chain = 'partner:energie' and seq = 3", "partner:energie: entry 3 was altered, or does not follow entry 2")]
    [InlineData("update journal.entries set at = at + interval '1 microsecond' where chain = 'partner:energie' and seq = 3", "partner:energie: entry 3 was altered, or does not follow entry 2")]
    [InlineData("update journal.entries set act = 'Other' where chain = 'partner:energie' and seq = 1", "partner:energie: entry 1 was altered, or does not follow entry 0")]
    [InlineData("update journal.entries set subjects = subjects[1:1] where chain = 'partner:energie' and seq = 5", "partner:energie: entry 5 was altered, or does not follow entry 4")]
    [InlineData("update journal.entries set is_change = not is_change where chain = 'site:valdegour' and seq = 2", "site:valdegour: entry 2 was altered, or does not follow entry 1")]
    [InlineData("update journal.entries set source = 'host' where chain = 'site:valdegour' and seq = 2", "site:valdegour: entry 2 was altered, or does not follow entry 1")]
    public async Task Says_which_entry_was_altered(string harm, string finding)
    {
        await Harm(harm);
        Assert.Equal((1, $"{finding}\n10 entries in 2 chains, 1 findings"), await Verify());
    }

    [Theory]
    [InlineData("delete from journal.entries where chain = 'partner:energie' and seq = 3", "partner:energie: entry 3 is missing", 9)]
    [InlineData("delete from journal.entries where chain = 'partner:energie' and seq in (2, 3)", "partner:energie: entries 2 to 3 are missing", 8)]
    [InlineData("delete from journal.entries where chain = 'partner:energie' and seq = 1", "partner:energie: entry 1 is missing", 9)]
    [InlineData("delete from journal.entries where chain = 'partner:energie' and seq > 3", "partner:energie: entries 4 to 5 are missing at the end", 8)]
    public async Task Says_which_entries_were_deleted(string harm, string finding, int left)
    {
        await Harm(harm);
        Assert.Equal((1, $"{finding}\n{left} entries in 2 chains, 1 findings"), await Verify());
    }

    [Fact]
    public async Task Says_that_a_whole_chain_was_deleted()
    {
        await Harm("delete from journal.entries where chain = 'partner:energie'");
        Assert.Equal((1, "partner:energie: entries 1 to 5 are missing at the end\n5 entries in 1 chains, 1 findings"), await Verify());
    }

    [Fact]
    public async Task Says_which_entries_changed_places()
    {
        await Harm("""
            update journal.entries set seq = -1 where chain = 'partner:energie' and seq = 2;
            update journal.entries set seq = 2 where chain = 'partner:energie' and seq = 3;
            update journal.entries set seq = 3 where chain = 'partner:energie' and seq = -1
            """);
        var (code, output) = await Verify();
        Assert.Equal(1, code);
        Assert.Contains("partner:energie: entry 2 was altered, or does not follow entry 1", output, StringComparison.Ordinal);
        Assert.DoesNotContain("site:valdegour:", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_an_entry_moved_to_another_chain()
    {
        await Harm("update journal.entries set chain = 'site:valdegour', seq = 6 where chain = 'partner:energie' and seq = 5");
        var (code, output) = await Verify();
        Assert.Equal(1, code);
        Assert.Contains("partner:energie: entries 5 to 5 are missing at the end", output, StringComparison.Ordinal);
        Assert.Contains("site:valdegour: entry 6 was altered, or does not follow entry 5", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_the_end_was_cut_off_even_when_its_head_was_put_back()
    {
        await Harm("""
            delete from journal.entries where chain = 'partner:energie' and seq > 3;
            update journal.heads set seq = 3 where chain = 'partner:energie'
            """);
        Assert.Equal((1, "partner:energie: the chain's end does not match its head\n8 entries in 2 chains, 1 findings"), await Verify());
    }

    [Theory]
    [InlineData("update journal.entries set act = 'x'")]
    [InlineData("delete from journal.entries")]
    [InlineData("truncate journal.entries")]
    public async Task Not_even_the_superuser_changes_an_entry_by_mistake(string harm)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => journal.AsSuperuser(harm));
        Assert.Equal("the journal is append-only", refused.MessageText);
    }

    private async Task<(int ExitCode, string Output)> Verify()
    {
        var found = await journal.Verify();
        return (found.Findings.Count == 0 ? 0 : 1, string.Join('\n', [.. found.Findings, $"{found.Entries} entries in {found.Chains} chains, {found.Findings.Count} findings"]));
    }

    private Task Harm(string sql) => journal.Harm(sql);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
