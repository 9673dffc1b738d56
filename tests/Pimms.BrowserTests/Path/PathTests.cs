using Pimms.IntegrationTests;

namespace Pimms.BrowserTests;

/// <summary>The main job from end to end, by a mediator and a partner's agent: with script, and exactly the same without.</summary>
public sealed class PathTests(Platform platform, Chromium chromium)
{
    [Theory, InlineData(true), InlineData(false)]
    public async Task A_mediator_sends_a_referral_the_agent_answers_and_the_mediator_closes_it(bool script)
    {
        await using var mediator = await chromium.Open(platform, "mediator.valdegour", script);
        await using var agent = await chromium.Open(platform, "agent.energie", script);
        var name = script ? "Benslimane" : "Bencheikh";

        await mediator.OpenCase(name);
        await mediator.RecordConsent("energie");
        var referral = await RefuseThenSend(mediator, $"Éviter la coupure chez {(script ? "une famille" : "un retraité")}");
        await FindAndAccept(agent, referral, name);
        await AskAndProvide(agent, mediator, referral);
        await Talk(agent, mediator, referral);
        await AnswerAndClose(agent, mediator, referral);
        Assert.Empty(mediator.TakeComplaints().Concat(agent.TakeComplaints()));
    }

    private static async Task<Guid> RefuseThenSend(Window mediator, string subject)
    {
        await mediator.ChooseProcedure("energie-etalement");
        // Before anything is typed: how fast the partner promised to answer, and what it will see.
        var promise = await mediator.Main.Locator(".notice").First.InnerTextAsync();
        Assert.Contains(mediator.Text.Count("Referring.Days", 3), promise, StringComparison.Ordinal);
        Assert.Contains("10", promise, StringComparison.Ordinal);
        await mediator.Give("Input.Subject", subject);
        await mediator.Give("Input.ExpectedOutcome", "Un plan de paiement et la suspension de la coupure.");
        await mediator.Give("Input.Answers.contractNumber", "12 34");
        await mediator.Give("Input.Answers.amountDue", "1 412,80");
        await mediator.Send();

        Assert.Equal(422, mediator.Status);
        var wrong = mediator.Main.Locator("[name='Input.Answers.contractNumber']");
        Assert.Equal("12 34", await wrong.InputValueAsync());
        Assert.Equal(subject, await mediator.Main.Locator("[name='Input.Subject']").InputValueAsync());
        Assert.Equal("true", await wrong.GetAttributeAsync("aria-invalid"));
        var error = mediator.Page.Locator($"#{(await wrong.GetAttributeAsync("aria-describedby"))!.Split(' ')[^1]}");
        Assert.NotEqual("", (await error.InnerTextAsync()).Trim());
        await mediator.Main.Locator($".error-summary a[href='#{await wrong.GetAttributeAsync("id")}']").ClickAsync();

        await mediator.Give("Input.Answers.contractNumber", "6004512873");
        await mediator.Send();
        Assert.EndsWith("/check", mediator.Address, StringComparison.Ordinal);
        var check = await mediator.Main.InnerTextAsync();
        Assert.Contains(subject, check, StringComparison.Ordinal);
        Assert.Contains(mediator.Text.Euros(1412.8m), check, StringComparison.Ordinal);
        await mediator.Shoot("path check");
        await mediator.Send();
        Assert.Equal(200, mediator.Status);
        return mediator.ReferralHere();
    }

    private static async Task FindAndAccept(Window agent, Guid referral, string name)
    {
        await agent.Go("/referrals?view=New");
        await agent.Follow(agent.Main.Locator($"a.row-title[href='/referrals/{referral}']"));
        var page = await agent.Page.ContentAsync();
        Assert.Contains(name, page, StringComparison.Ordinal);
        // The case's own words, and fields that the convention does not name.
        Assert.DoesNotContain(Doing.Situation, page, StringComparison.Ordinal);
        Assert.DoesNotContain(Doing.BirthYear, page, StringComparison.Ordinal);
        await agent.Shoot("path sent, as the agent sees it");
        await agent.Do("Accept");
        await agent.Shoot("path accepted, as the agent sees it");
    }

    private static async Task AskAndProvide(Window agent, Window mediator, Guid referral)
    {
        await agent.Open("RequestInformation");
        await agent.Give("Input.Items[0]", "Dernière facture");
        await agent.Give("Input.Items[1]", "Relevé du compteur");
        await agent.Give("Input.Text", "Avant vendredi si possible.");
        await agent.Send();

        await mediator.Go($"/referrals/{referral}");
        Assert.Contains("Relevé du compteur", await mediator.Main.InnerTextAsync(), StringComparison.Ordinal);
        await mediator.Open("ProvideInformation");
        await mediator.Give("Input.Items[0].Answer", "Facture F-2231 du 3 novembre, 412,80 euros.");
        await mediator.Send();
        Assert.Equal(422, mediator.Status);
        Assert.Equal("Facture F-2231 du 3 novembre, 412,80 euros.", await mediator.Main.Locator("[name='Input.Items[0].Answer']").InputValueAsync());
        await mediator.Give("Input.Items[1].Answer", "Index 18 442 relevé ce matin.");
        await mediator.Send();

        await agent.Go($"/referrals/{referral}");
        Assert.Contains("Index 18 442", await agent.Main.InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task Talk(Window agent, Window mediator, Guid referral)
    {
        await agent.Say("Nous suspendons la coupure dès aujourd’hui.", "Shared");
        await agent.Say("À voir avec Mehdi lundi.", "OwnSide");
        Assert.Contains("Mehdi lundi", await agent.Main.InnerTextAsync(), StringComparison.Ordinal);
        await mediator.Go($"/referrals/{referral}");
        var seen = await mediator.Main.InnerTextAsync();
        Assert.Contains("dès aujourd’hui", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Mehdi lundi", await mediator.Page.ContentAsync(), StringComparison.Ordinal);
        await mediator.Say("Elle rappelle jeudi, ne pas insister.", "OwnSide");
        await agent.Go($"/referrals/{referral}");
        Assert.DoesNotContain("ne pas insister", await agent.Page.ContentAsync(), StringComparison.Ordinal);
    }

    private static async Task AnswerAndClose(Window agent, Window mediator, Guid referral)
    {
        await agent.Open("Answer");
        await agent.Give("Input.Outcome", "PaymentPlan");
        await agent.Give("Input.Text", "Plan de douze mensualités, sans frais.");
        await agent.Give("Input.Amount", "1412,80");
        await agent.Give("Input.NextSteps", "Signer l’échéancier reçu par courrier.");
        await agent.Send();
        Assert.Equal(200, agent.Status);

        await mediator.Go($"/referrals/{referral}");
        var answered = await mediator.Main.InnerTextAsync();
        Assert.Contains("Plan de douze mensualités", answered, StringComparison.Ordinal);
        Assert.Contains(mediator.Text.Euros(1412.8m), answered, StringComparison.Ordinal);
        await mediator.Open("Close");
        await mediator.Give("Input.VerifiedResult", "Confirmed");
        await mediator.Give("Input.Text", "L’échéancier est signé.");
        await mediator.Send();
        Assert.Contains(mediator.Text["ReferralState.Closed"], await mediator.Main.Locator(".lede").InnerTextAsync(), StringComparison.Ordinal);
        await mediator.Shoot("path closed, as the mediator sees it");
    }
}
