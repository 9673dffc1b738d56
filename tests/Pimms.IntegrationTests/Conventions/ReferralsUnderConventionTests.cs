using System.Text.Json;
using Pimms.Referrals;

namespace Pimms.IntegrationTests;

/// <summary>What becomes of referrals when their convention changes: nothing.</summary>
public sealed class ReferralsUnderConventionTests(Platform platform)
{
    private readonly Agreements agreements = new(platform);
    private readonly Asking asking = new(platform);

    [Fact]
    public async Task Each_is_judged_by_the_version_it_was_sent_under_also_on_the_day_of_an_amendment()
    {
        var (partner, _, procedure) = await platform.NewPartner();
        var convention = await agreements.Active(partner, procedure);
        var before = await asking.Sent(partner, procedure);
        await convention.Do("amendments", convention.Amendment(Agreements.Today, body => body["procedures"] = new[] { Agreements.Promise(procedure, 1, 5) }));
        var after = await asking.Sent(partner, procedure);
        Assert.Equal((1, 10), await Terms(before));
        Assert.Equal((2, 5), await Terms(after));
    }

    [Fact]
    public async Task They_run_on_whatever_happens_to_the_convention()
    {
        var (partner, _, procedure) = await platform.NewPartner();
        var convention = await agreements.Active(partner, procedure);
        var id = await asking.Sent(partner, procedure);
        var asItWas = await Row(id);
        convention = await convention.Do("suspend", new { reason = "Travaux." });
        convention = await convention.Do("amendments", convention.Amendment(Agreements.Today, body => body["retentionMonths"] = 1));
        convention = await convention.Do("terminate", new { reason = "Fin.", endsOn = Agreements.Today });
        Assert.Equal("Ended", convention.State);
        Assert.Equal(asItWas, await Row(id));

        var refused = await platform.Send("mediator.valdegour", new SendReferral(await asking.Draft("mediator.valdegour", partner, procedure), 0));
        Assert.Equal(("channel-closed", "Expired"), (refused.Refusal!.Type, $"{refused.Refusal.Facts["reason"]}"));
    }

    private async Task<(int Version, int Answer)> Terms(Guid referral)
    {
        var terms = JsonSerializer.Deserialize<JsonElement>((await platform.Ask("select terms from referrals.referrals where id = $1", referral)).Single());
        return (terms.GetProperty("conventionVersion").GetInt32(), terms.GetProperty("answerWithinDays").GetInt32());
    }

    private async Task<string> Row(Guid referral) => (await platform.Ask("select to_jsonb(r)::text from referrals.referrals r where id = $1", referral)).Single();
}
