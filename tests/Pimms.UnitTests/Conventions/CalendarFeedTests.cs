using Pimms.Conventions;

namespace Pimms.UnitTests;

public sealed class CalendarFeedTests
{
    [Fact]
    public void Opens_to_its_secret_alone_and_keeps_only_a_hash()
    {
        var feed = new CalendarFeed { PersonId = Guid.NewGuid() };
        var secret = feed.Renew(Agreements.Now);
        Assert.True(feed.Opens(secret));
        Assert.False(feed.Opens(secret[..^1]));
        Assert.False(feed.Opens(""));
        Assert.Equal(32, feed.SecretHash.Length);
        Assert.Equal(43, secret.Length);
    }

    [Fact]
    public void A_new_address_closes_the_one_before()
    {
        var feed = new CalendarFeed();
        var (before, id) = (feed.Renew(Agreements.Now), feed.FeedId);
        feed.Read(Agreements.Now);
        feed.Renew(Agreements.Now);
        Assert.False(feed.Opens(before));
        Assert.NotEqual(id, feed.FeedId);
        Assert.Null(feed.ReadAt);
    }

    [Fact]
    public void One_that_was_never_made_opens_to_nothing() => Assert.False(new CalendarFeed().Opens(""));
}
