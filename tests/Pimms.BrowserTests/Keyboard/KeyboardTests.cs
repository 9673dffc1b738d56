using Microsoft.Playwright;
using Pimms.IntegrationTests;

namespace Pimms.BrowserTests;

/// <summary>Everything by keyboard alone.</summary>
public sealed class KeyboardTests(Platform platform, Chromium chromium)
{
    [Fact]
    public async Task Signs_in_opens_the_first_new_referral_and_accepts_it()
    {
        await using var agent = await chromium.Open(platform);
        await agent.Go("/sign-in?returnUrl=/referrals?view=New");
        await agent.TabTo("button[value='agent.transports']");
        await agent.Arrive(() => agent.Page.Keyboard.PressAsync("Enter"));

        await agent.TabTo("a.row-title");
        await agent.Arrive(() => agent.Page.Keyboard.PressAsync("Enter"));
        await agent.TabTo("[data-move=Accept]");
        await agent.Arrive(() => agent.Page.Keyboard.PressAsync("Enter"));
        Assert.Contains(agent.Text["ReferralState.Accepted"], await agent.Main.Locator(".lede").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(agent.TakeComplaints());
    }

    [Fact]
    public async Task Skips_the_navigation()
    {
        await using var mediator = await chromium.Open(platform, "mediator.valdegour");
        await mediator.Go("/cases");
        await mediator.Page.Keyboard.PressAsync("Tab");
        Assert.True(await mediator.Page.Locator(".skip-link").EvaluateAsync<bool>("link => link === document.activeElement && link.getBoundingClientRect().top >= 0"));
        await mediator.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await mediator.Page.EvaluateAsync<string>("document.activeElement.id"));
        await mediator.Page.Keyboard.PressAsync("Tab");
        Assert.True(await mediator.Page.EvaluateAsync<bool>("document.querySelector('main').contains(document.activeElement)"));
    }

    [Fact]
    public async Task Is_led_to_the_summary_of_a_refused_form_and_from_there_to_the_field()
    {
        await using var mediator = await chromium.Open(platform, "mediator.valdegour");
        await mediator.Go("/cases/new");
        await mediator.TabTo("#Input_Beneficiary_GivenName");
        await mediator.Page.Keyboard.TypeAsync("Yamina");
        await mediator.Arrive(() => mediator.Page.Keyboard.PressAsync("Enter"));
        Assert.Equal(422, mediator.Status);
        Assert.True(await mediator.Page.EvaluateAsync<bool>("document.activeElement.classList.contains('error-summary')"));
        await mediator.TabTo(".error-summary a");
        await mediator.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("Input_Beneficiary_FamilyName", await mediator.Page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.Equal("Yamina", await mediator.Page.Locator("#Input_Beneficiary_GivenName").InputValueAsync());
    }
}
