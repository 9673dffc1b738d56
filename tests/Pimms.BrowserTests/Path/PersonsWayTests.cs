using Pimms.IntegrationTests;

namespace Pimms.BrowserTests;

/// <summary>What stays with the person: the steps, the receipt with its code, and the page behind it. With script, and exactly the same without.</summary>
public sealed class PersonsWayTests(Platform platform, Chromium chromium)
{
    [Theory, InlineData(true), InlineData(false)]
    public async Task A_person_takes_a_receipt_home_and_sees_where_the_request_stands(bool script)
    {
        await using var mediator = await chromium.Open(platform, "mediator.valdegour", script);
        await mediator.SendReferral(script ? "Taleb" : "Toumi", "Éviter la coupure");
        await mediator.Follow(mediator.Page.Locator(".breadcrumbs a[href^='/cases/']"));
        var its = mediator.Address;
        await mediator.Give("Input.Step.Text", "Appelé le fournisseur");
        await mediator.Give("Input.Step.By", "Alone");
        await mediator.Follow(mediator.Main.Locator("#steps form button"));
        Assert.Contains("Appelé le fournisseur", await mediator.Main.Locator("#steps ol").InnerTextAsync(), StringComparison.Ordinal);

        await mediator.Follow(mediator.Main.Locator("#steps a[href$='/receipt']"));
        await mediator.Follow(mediator.Main.Locator(".languages a[lang=ar]"));
        await mediator.Follow(mediator.Main.Locator("form[action$='/receipt/new'] button"));
        var code = (await mediator.Main.Locator(".code").InnerTextAsync()).Trim();
        Assert.Equal("rtl", await mediator.Main.Locator(".receipt").GetAttributeAsync("dir"));
        Assert.True(await mediator.Main.Locator(".qr").IsVisibleAsync());
        await mediator.Shoot($"receipt in arabic, script {script}");

        await using var person = await chromium.Open(platform, script, width: 320);
        await person.Go($"/suivi?code={code}&language=ar");
        Assert.Equal(code, await person.Main.Locator("[name=code]").InputValueAsync());
        await person.Give("birthDate", $"{Doing.BirthYear}-04-03");
        await person.Send();
        Assert.Equal(422, person.Status);
        Assert.Equal(code, await person.Main.Locator("[name=code]").InputValueAsync());
        await person.Give("birthDate", $"{Doing.BirthYear}-04-02");
        await person.Send();
        Assert.Equal(200, person.Status);
        Assert.Contains("Énergie", await person.Main.Locator("h2").First.InnerTextAsync(), StringComparison.Ordinal);
        if (script)
            Assert.Empty(await person.Inspect());
        await person.Shoot($"follow in arabic, script {script}");

        await mediator.Go($"{its.Split('#')[0]}/receipt/new");
        await mediator.Send();
        Assert.NotEqual(code, (await mediator.Main.Locator(".code").InnerTextAsync()).Trim());
        Assert.Empty(mediator.TakeComplaints().Concat(person.TakeComplaints()));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_mediator_is_told_of_the_same_request_and_goes_on_with_a_reason(bool script)
    {
        await using var mediator = await chromium.Open(platform, "mediator.valdegour", script);
        var name = script ? "Ouedraogo" : "Vasseur";
        await mediator.SendReferral(name, "Éviter la coupure");
        await mediator.OpenCase(name.ToUpperInvariant());
        await mediator.RecordConsent("energie");
        await mediator.ChooseProcedure("energie-etalement");
        await mediator.Give("Input.Subject", "Encore une fois");
        await mediator.Give("Input.ExpectedOutcome", "Un délai");
        await mediator.Give("Input.Answers.contractNumber", "6004512873");
        await mediator.Give("Input.Answers.amountDue", "300");
        await mediator.Send();
        Assert.EndsWith("/check", mediator.Address, StringComparison.Ordinal);
        await mediator.Shoot($"duplicate, script {script}");
        await mediator.Send();
        Assert.Equal(409, mediator.Status);
        if (script)
            Assert.Empty(await mediator.Inspect());
        await mediator.Give("Input.DuplicateReason", "Un autre compteur");
        await mediator.Send();
        Assert.Equal(200, mediator.Status);
        Assert.Contains("Un autre compteur", await mediator.Main.InnerTextAsync(), StringComparison.Ordinal);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_mediator_goes_on_to_the_partner_that_was_named_in_one_click(bool script)
    {
        await using var mediator = await chromium.Open(platform, "mediator.valdegour", script);
        await using var agent = await chromium.Open(platform, "agent.energie", script);
        var referral = await mediator.SendReferral(script ? "Rostand" : "Rivoire", "Une fuite, pas une dette");
        await agent.Go($"/referrals/{referral}");
        await agent.Open("Decline");
        await agent.Give("Input.Reason", "NotCompetent");
        await agent.Give("Input.Text", "C’est une facture d’eau.");
        await agent.Give("Input.SuggestedPartnerId", DemonstrationId.Of("partner:eau").ToString());
        await agent.Send();

        await mediator.Go($"/referrals/{referral}");
        await mediator.Follow(mediator.Main.Locator("[data-redirect]"));
        if (mediator.Address.EndsWith("/redirect", StringComparison.Ordinal))
        {
            if (script)
                Assert.Empty(await mediator.Inspect());
            await mediator.Give("Input.ProcedureId", DemonstrationId.Of("procedure:eau-fuite").ToString());
            await mediator.Send();
        }
        Assert.EndsWith("/write", mediator.Address, StringComparison.Ordinal);
        Assert.Equal("Une fuite, pas une dette", await mediator.Main.Locator("[name='Input.Subject']").InputValueAsync());
        await mediator.Go($"/referrals/{referral}");
        Assert.Contains("Eau", await mediator.Main.InnerTextAsync(), StringComparison.Ordinal);
        await mediator.Shoot($"chain, script {script}");
    }
}
