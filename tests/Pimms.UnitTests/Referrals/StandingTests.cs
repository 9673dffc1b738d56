using Microsoft.Extensions.DependencyInjection;
using Pimms.Referrals;

namespace Pimms.UnitTests;

public sealed class StandingTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Texts Text = House.Services.GetRequiredService<Texts>();

    public static TheoryData<string> States => [.. Enum.GetNames<ReferralState>().Where(state => state != nameof(ReferralState.Draft))];

    [Theory, MemberData(nameof(States))]
    public void Says_in_every_language_where_it_stands_and_what_comes_next(string state)
    {
        var story = new ReferralStory(Monday);
        story.Bring(Enum.Parse<ReferralState>(state));
        foreach (var language in PrintLanguage.All)
        {
            var (standing, paper) = (Standing.Of(story.Referral), Text.In(language));
            Assert.All([standing.Says(paper), standing.SaysNext(paper)], words =>
            {
                Assert.NotEqual("", words);
                Assert.DoesNotContain(words, sign => sign is '[' or '{');
            });
        }
    }

    [Fact]
    public void Names_the_day_that_the_partner_promised()
    {
        var story = new ReferralStory(Monday);
        story.Bring(ReferralState.Sent);
        Assert.Contains("26 novembre 2026", Standing.Of(story.Referral).SaysNext(Text.In(PrintLanguage.Of("fr"))), StringComparison.Ordinal);
        Assert.Contains("26 Kasım 2026", Standing.Of(story.Referral).SaysNext(Text.In(PrintLanguage.Of("tr"))), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(States))]
    public void Says_nothing_of_the_person_or_the_request(string state)
    {
        var story = new ReferralStory(Monday);
        story.Bring(Enum.Parse<ReferralState>(state));
        var standing = Standing.Of(story.Referral);
        var paper = Text.In(PrintLanguage.Of("fr"));
        Assert.All(["Haddad", "Samira", "Coupure", "solidarité", "Lopez", "Benali"], secret => Assert.DoesNotContain(secret, standing.Says(paper) + standing.SaysNext(paper), StringComparison.Ordinal));
    }
}
