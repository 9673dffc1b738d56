using System.Diagnostics;
using Pimms.IntegrationTests;

namespace Pimms.BrowserTests;

/// <summary>What is typed is not lost, whatever becomes of the browser.</summary>
public sealed class DraftTests(Platform platform, Chromium chromium)
{
    [Fact]
    public async Task What_was_typed_is_there_on_another_machine_after_the_browser_was_killed()
    {
        var address = "";
        await using (var mediator = await chromium.Open(platform, "mediator.valdegour"))
        {
            await Begin(mediator, "Tué");
            address = mediator.Address;
            // Somebody who types without a pause: the wait for one must not put off saving.
            var typing = Stopwatch.StartNew();
            await mediator.Main.Locator("[name='Input.Answers.alreadyTried']").PressSequentiallyAsync("Deux appels sans réponse, puis un courrier recommandé resté", new() { Delay = 120 });
            Assert.True(typing.Elapsed > TimeSpan.FromSeconds(5));
            await mediator.Main.Locator("[data-autosave-status]").GetByText("Enregistré :").WaitForAsync();
            Assert.Empty(mediator.TakeComplaints());
            await mediator.Shoot("draft kept");
            // No farewell: the window is gone as it is when a machine is switched off.
        }
        await using var elsewhere = await chromium.Open(platform, "mediator.valdegour", script: false);
        await elsewhere.Go(address);
        // At 120 ms a key, ten seconds are eighty keys; what was typed five seconds before the end must be there in any case.
        Assert.StartsWith("Deux appels", await elsewhere.Main.Locator("[name='Input.Answers.alreadyTried']").InputValueAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Going_on_right_after_the_last_key_is_no_conflict_with_oneself()
    {
        await using var mediator = await chromium.Open(platform, "mediator.valdegour");
        await Begin(mediator, "Pressé");
        await mediator.Give("Input.Subject", "Coupure annoncée");
        await mediator.Give("Input.ExpectedOutcome", "Un plan de paiement.");
        await mediator.Give("Input.Answers.contractNumber", "6004512873");
        await mediator.Give("Input.Answers.amountDue", "300");
        await mediator.Page.EvaluateAsync("document.dispatchEvent(new Event('visibilitychange')); dispatchEvent(new Event('pagehide'))");
        await mediator.Send();
        Assert.Equal(200, mediator.Status);
        Assert.EndsWith("/check", mediator.Address, StringComparison.Ordinal);
        // From the case: whom to ask, what to ask, check; then it is sent.
        await mediator.Follow(mediator.Main.Locator("a[href$='/write']").First);
        await mediator.Give("Input.Subject", "Coupure annoncée pour mardi");
        await mediator.Page.EvaluateAsync("dispatchEvent(new Event('pagehide'))");
        await mediator.Main.Locator("[data-autosave-status]").GetByText("Enregistré :").WaitForAsync();
        await mediator.Send();
        Assert.Contains("Coupure annoncée pour mardi", await mediator.Main.InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_window_is_told_and_both_texts_stay_to_choose_from()
    {
        await using var one = await chromium.Open(platform, "mediator.valdegour");
        await using var other = await chromium.Open(platform, "lead.valdegour");
        await Begin(one, "Deux fenêtres");
        await other.Go(one.Address);
        await one.Give("Input.Subject", "De la première fenêtre");
        await one.Main.Locator("[data-autosave-status]").GetByText("Enregistré :").WaitForAsync();
        await other.Give("Input.Subject", "De la seconde fenêtre");
        await other.Main.Locator("[data-autosave-status]").GetByText("changé ailleurs").WaitForAsync();
        await other.Press(other.Text["WriteReferral.Save"]);
        Assert.Equal(412, other.Status);
        Assert.Contains("De la première fenêtre", await other.Main.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("De la seconde fenêtre", await other.Main.Locator("[name='Input.Subject']").InputValueAsync());
    }

    [Fact]
    public async Task Without_script_its_button_keeps_it_and_it_is_listed_resumed_and_discarded()
    {
        const string subject = "Sans un seul script";
        await using (var mediator = await chromium.Open(platform, "mediator.valdegour", script: false))
        {
            await Begin(mediator, "Bouton");
            await mediator.Give("Input.Subject", subject);
            await mediator.Give("Input.Answers.contractNumber", "60");
            await mediator.Press(mediator.Text["WriteReferral.Save"]);
            Assert.Equal(200, mediator.Status);
        }
        await using var elsewhere = await chromium.Open(platform, "mediator.valdegour", script: false);
        await elsewhere.Go("/referrals?view=Drafts");
        await elsewhere.Follow(elsewhere.Main.Locator("a.row-title", new() { HasText = subject }));
        Assert.EndsWith("/write", elsewhere.Address, StringComparison.Ordinal);
        Assert.Equal("60", await elsewhere.Main.Locator("[name='Input.Answers.contractNumber']").InputValueAsync());

        await elsewhere.Follow(elsewhere.Main.Locator("a[href$='/discard']"));
        await elsewhere.Send();
        Assert.Equal(200, elsewhere.Status);
        await elsewhere.Go("/referrals?view=Drafts");
        Assert.DoesNotContain(subject, await elsewhere.Main.InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task Begin(Window mediator, string familyName)
    {
        await mediator.OpenCase(familyName);
        await mediator.ChooseProcedure("energie-etalement");
    }
}
