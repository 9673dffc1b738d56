using Pimms.IntegrationTests;

namespace Pimms.BrowserTests;

/// <summary>What else becomes of referrals: declined, withdrawn, reopened, and two people at once.</summary>
public sealed class OtherPathsTests(Platform platform, Chromium chromium)
{
    [Fact]
    public async Task The_agent_declines_and_names_a_better_partner()
    {
        await using var mediator = await chromium.Open(platform, "mediator.valdegour");
        await using var agent = await chromium.Open(platform, "agent.energie");
        var referral = await mediator.SendReferral("Declerck", "Aide au loyer");

        await agent.Go($"/referrals/{referral}");
        await agent.Open("Decline");
        await agent.Send();
        Assert.Equal(422, agent.Status);
        await agent.Give("Input.Reason", "NotCompetent");
        await agent.Give("Input.Text", "Cela relève de l’action sociale.");
        await agent.Give("Input.SuggestedPartnerId", DemonstrationId.Of("partner:departement").ToString());
        await agent.Send();

        await mediator.Go($"/referrals/{referral}");
        var seen = await mediator.Main.InnerTextAsync();
        Assert.Contains("Cela relève de l’action sociale.", seen, StringComparison.Ordinal);
        Assert.Contains("Département", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mediator_withdraws_and_the_agent_can_do_nothing_more()
    {
        await using var mediator = await chromium.Open(platform, "mediator.valdegour", script: false);
        await using var agent = await chromium.Open(platform, "agent.energie", script: false);
        var referral = await mediator.SendReferral("Wagner", "Dette réglée entre-temps");

        await mediator.Open("Withdraw");
        await mediator.Give("Input.Reason", "SolvedOtherwise");
        await mediator.Send();
        Assert.Contains(mediator.Text["ReferralState.Withdrawn"], await mediator.Main.Locator(".lede").InnerTextAsync(), StringComparison.Ordinal);

        await agent.Go($"/referrals/{referral}");
        Assert.Equal(0, await agent.Main.Locator("[data-move]").CountAsync());
    }

    [Fact]
    public async Task The_mediator_reopens_what_was_answered_and_the_agent_has_it_back()
    {
        await using var mediator = await chromium.Open(platform, "mediator.valdegour");
        await using var agent = await chromium.Open(platform, "agent.energie");
        var referral = await mediator.SendReferral("Roques", "Plan refusé par la banque");
        await agent.Go($"/referrals/{referral}");
        await agent.Open("Answer");
        await agent.Give("Input.Outcome", "InformationGiven");
        await agent.Give("Input.Text", "Le dossier est complet.");
        await agent.Send();

        await mediator.Go($"/referrals/{referral}");
        await mediator.Open("Reopen");
        await mediator.Give("Input.Reason", "La coupure a quand même eu lieu.");
        await mediator.Send();
        await agent.Go($"/referrals/{referral}");
        Assert.Contains(agent.Text["ReferralState.Accepted"], await agent.Main.Locator(".lede").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await agent.Main.Locator("[data-move=Answer]").CountAsync());
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task The_second_of_two_at_once_gets_what_changed_and_keeps_what_was_typed(bool script)
    {
        await using var mediator = await chromium.Open(platform, "mediator.valdegour", script);
        await using var first = await chromium.Open(platform, "agent.energie", script);
        await using var second = await chromium.Open(platform, "agent2.energie", script);
        var referral = await mediator.SendReferral("Simultané", "Deux agents à la fois");

        await second.Go($"/referrals/{referral}");
        await second.Open("Answer");
        await second.Give("Input.Outcome", "PaymentPlan");
        await second.Give("Input.Text", "Six mensualités, la première en janvier.");
        await first.Go($"/referrals/{referral}");
        await first.Do("Accept");

        await second.Send();
        Assert.Equal(412, second.Status);
        Assert.Equal("Six mensualités, la première en janvier.", await second.Main.Locator("[name='Input.Text']").InputValueAsync());
        Assert.Contains("Sandrine Lopez", await second.Main.InnerTextAsync(), StringComparison.Ordinal);
        // The inspection waits for timers, which never fire where script is off.
        if (script)
            Assert.Empty(await second.Inspect());
        await second.Shoot("path changed meanwhile");

        // Having read what changed, sending again is a choice.
        await second.Send();
        Assert.Equal(200, second.Status);
        Assert.Contains(second.Text["ReferralState.Answered"], await second.Main.Locator(".lede").InnerTextAsync(), StringComparison.Ordinal);
    }
}
