using System.Diagnostics;
using System.Net;
using Pimms.Conventions;
using Pimms.Partners;
using Pimms.Referrals;

namespace Pimms.IntegrationTests;

/// <summary>On a platform of its own: partners are closed here for good.</summary>
public sealed class PartnerAccessTests(Platform platform) : IClassFixture<Platform>
{
    [Fact]
    public async Task Ends_within_five_seconds_for_the_agents_of_a_partner_whose_conventions_have_ended_once_nothing_is_under_way()
    {
        using var page = await platform.As("agent.energie");
        using var agent = await platform.Api("agent.energie");
        using var manager = await platform.Api("manager.energie");
        await EndConventions("energie");
        await Stays(agent);

        await FinishReferrals("energie");
        await Ends(agent);
        Assert.Equal(HttpStatusCode.Forbidden, (await page.Open("/referrals")).Status);
        await Stays(manager);
    }

    [Fact]
    public async Task Ends_for_everybody_of_a_partner_that_is_switched_off_and_comes_back_with_it()
    {
        using var agent = await platform.Api("agent.transports");
        await FinishReferrals("transports");
        await Switch("transports", active: false);
        await Ends(agent);
        await Switch("transports", active: true);
        Assert.Equal(HttpStatusCode.OK, await Ask(agent));
    }

    private async Task EndConventions(string partner)
    {
        var today = WorkingCalendar.DayOf(TimeProvider.System.GetUtcNow());
        foreach (var id in await platform.Ask("select id from conventions.conventions where partner_id = $1 and state in ('Active', 'Suspended', 'Prolonged')", DemonstrationId.Of($"partner:{partner}")))
        {
            var convention = (await platform.Send("admin", new ConventionDocument(Guid.Parse(id)))).Value;
            Assert.Null((await platform.Send("admin", new TerminateConvention { Id = convention.Id, Version = convention.Version, EndsOn = today, Reason = "Fin de l’accord." })).Refusal);
        }
    }

    private async Task FinishReferrals(string partner)
    {
        foreach (var row in await platform.Ask("select id, revision, site_id from referrals.referrals where partner_id = $1 and state = any($2)", DemonstrationId.Of($"partner:{partner}"), ReferralMoves.OpenStates.Select(state => state.ToString()).ToArray()))
        {
            var parts = row.Split('|');
            var mediator = Guid.Parse(parts[2]) == DemonstrationId.Of("site:pissevin") ? "mediator.pissevin" : "mediator.valdegour";
            Assert.Null((await platform.Send(mediator, new WithdrawReferral(Guid.Parse(parts[0]), uint.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture), WithdrawReason.SolvedOtherwise, null))).Refusal);
        }
    }

    private async Task Switch(string partner, bool active)
    {
        var id = DemonstrationId.Of($"partner:{partner}");
        var version = uint.Parse((await platform.Ask("select xmin from partners.partners where id = $1", id)).Single(), System.Globalization.CultureInfo.InvariantCulture);
        Assert.Null((await platform.Send("admin", new SwitchOffer(OfferKind.Partners, id, version, active))).Refusal);
    }

    private static async Task Ends(HttpClient program)
    {
        var waited = Stopwatch.StartNew();
        while (await Ask(program) == HttpStatusCode.OK && waited.Elapsed < TimeSpan.FromSeconds(5))
            await Task.Delay(100);
        Assert.Equal(HttpStatusCode.Forbidden, await Ask(program));
    }

    /// <summary>What was just learned of a person is remembered for two seconds.</summary>
    private static async Task Stays(HttpClient program)
    {
        await Task.Delay(TimeSpan.FromSeconds(3));
        Assert.Equal(HttpStatusCode.OK, await Ask(program));
    }

    private static async Task<HttpStatusCode> Ask(HttpClient program)
    {
        using var answer = await program.GetAsync(new Uri("/api/v1/me", UriKind.Relative));
        return answer.StatusCode;
    }
}
