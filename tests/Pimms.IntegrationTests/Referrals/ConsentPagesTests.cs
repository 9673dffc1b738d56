using System.Net;
using Pimms.Referrals;

namespace Pimms.IntegrationTests;

public sealed class ConsentPagesTests(Platform platform)
{
    private static readonly string Energie = DemonstrationId.Of("partner:energie").ToString();
    private readonly Desk desk = new(platform);

    [Fact]
    public async Task Records_whom_the_person_allows_us_to_speak_to_and_goes_back_to_where_the_need_showed()
    {
        using var mediator = await platform.As("mediator.valdegour");
        var id = await desk.OpenCase();
        var back = $"/cases/{id}/referrals/new";
        var form = await mediator.Open($"/cases/{id}/consents/new?partner={Energie}&back={Uri.EscapeDataString(back)}");
        Assert.Contains("en parler pour : Énergie", form.Text, StringComparison.Ordinal);

        var page = await form.Submit([("Input.Kind", "SpokenAgreement"), ("Input.PartnerIds", Energie), ("Input.Categories", "Identity")]);
        Assert.Equal(back, page.Address.AbsolutePath);
        Assert.Contains("Énergie", (await mediator.Open($"/cases/{id}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?partner=Énergie")]
    [InlineData("?partner=Énergie&category=Documents&category=Contact")]
    [InlineData("?renews=the last")]
    public async Task Ticks_nothing_before_anybody_spoke(string leading)
    {
        using var mediator = await platform.As("mediator.valdegour");
        var id = await desk.OpenCase();
        var consent = await desk.Consent(id, "energie");
        var page = await mediator.Open($"/cases/{id}/consents/new{leading.Replace("Énergie", Energie, StringComparison.Ordinal).Replace("the last", consent.ToString(), StringComparison.Ordinal)}");
        Assert.Empty(page.Document.QuerySelectorAll("main form [checked]"));
        var refused = await page.Submit();
        Assert.Equal(["#Input_Kind", "#Input_PartnerIds", "#Input_Categories"], refused.Document.QuerySelectorAll(".error-summary a").Select(link => link.GetAttribute("href")));
        Assert.Empty(refused.Document.QuerySelectorAll("main form [checked]"));
    }

    [Fact]
    public async Task Leads_to_no_other_host_afterwards()
    {
        using var mediator = await platform.As("mediator.valdegour");
        var id = await desk.OpenCase();
        var page = await (await mediator.Open($"/cases/{id}/consents/new?partner={Energie}&back=https%3A%2F%2Felsewhere.example%2F")).Submit([("Input.Kind", "WrittenMandate"), ("Input.PartnerIds", Energie), ("Input.Categories", "Identity")]);
        Assert.Equal(new Uri(platform.Address, $"/cases/{id}"), page.Address);
    }

    [Fact]
    public async Task Refuses_at_the_fields_and_keeps_what_was_ticked()
    {
        using var mediator = await platform.As("mediator.valdegour");
        var page = await (await mediator.Open($"/cases/{await desk.OpenCase()}/consents/new")).Submit([("Input.PartnerIds", Energie), ("Input.Categories", "Identity"), ("Input.GivenOn", "2026-01-02"), ("Input.ValidUntil", "2026-01-01")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(["#Input_Kind", "#Input_ValidUntil"], page.Document.QuerySelectorAll(".error-summary a").Select(link => link.GetAttribute("href")!).Order());
        Assert.Equal(Energie, page.Document.QuerySelector("[name='Input.PartnerIds'][checked]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Names_what_will_be_withdrawn_and_cuts_the_partners_view_at_once()
    {
        using var mediator = await platform.As("mediator.valdegour");
        using var agent = await platform.As("agent.energie");
        var id = await desk.OpenCase();
        var consent = await desk.Consent(id, "energie");
        var referral = await desk.Sent(id);
        Assert.Equal(referral, (await platform.Send("agent.energie", new ReadReferral(referral))).Value.Referral.Id);

        var asked = await mediator.Open($"/cases/{id}/consents/{consent}/withdraw");
        Assert.Contains((await desk.Read(referral)).Number, asked.Text, StringComparison.Ordinal);
        var page = await asked.Submit();
        Assert.Equal($"/cases/{id}", page.Address.AbsolutePath);
        Assert.Equal(ReferralState.Withdrawn, (await desk.Read(referral)).State);
        Assert.Equal(RefusalTypes.NotFound, (await platform.Send("agent.energie", new ReadReferral(referral))).Refusal!.Type);
        Assert.Equal(HttpStatusCode.NotFound, (await mediator.Open($"/cases/{id}/consents/{consent}/withdraw")).Status);
    }

    [Fact]
    public async Task Leaves_alone_what_another_consent_still_covers()
    {
        var id = await desk.OpenCase();
        var consent = await desk.Consent(id, "energie");
        await desk.Consent(id, "energie", "ville");
        var referral = await desk.Sent(id);
        var preview = (await platform.Send("mediator.valdegour", new ConsentToWithdraw(id, consent))).Value;
        Assert.Empty(preview.Withdrawn);

        await platform.Send("mediator.valdegour", new WithdrawConsent(id, consent));
        Assert.Equal(ReferralState.Sent, (await desk.Read(referral)).State);
    }
}
