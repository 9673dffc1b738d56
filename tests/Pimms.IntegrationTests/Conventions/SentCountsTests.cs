namespace Pimms.IntegrationTests;

/// <summary>On a platform of its own: the counter and the referrals are those of the demonstration and of this test.</summary>
public sealed class SentCountsTests(Platform platform) : IClassFixture<Platform>
{
    [Fact]
    public async Task All_that_was_sent_is_counted_whoever_sent_it()
    {
        await new Counter(platform).Sent();
        var sent = await platform.Ask("""
            select terms ->> 'conventionId', procedure_id, date_trunc('month', sent_at at time zone 'Europe/Paris')::date, count(*)
            from referrals.referrals where sent_at is not null group by 1, 2, 3 order by 1, 2, 3
            """);
        Assert.NotEmpty(sent);
        Assert.Equal(sent, await platform.Ask("select convention_id::text, procedure_id, month, count from referrals.sent_counts order by 1, 2, 3"));
    }
}
