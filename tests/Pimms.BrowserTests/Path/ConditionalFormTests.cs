namespace Pimms.BrowserTests;

/// <summary>A part of a form that is asked for one answer only: built by the administrator, filled by the mediator, read by the partner.</summary>
public sealed class ConditionalFormTests(Pimms.IntegrationTests.Platform platform, Chromium chromium)
{
    [Fact]
    public Task Is_built_filled_and_read_with_script() => BuildFillRead(script: true, new("eau", "eau-etalement", 6, "standingOrder",
    [
        ("customerNumber", "12345678"), ("amountDue", "300"), ("monthlyCapacity", "20"),
    ]));

    [Fact]
    public Task Is_built_filled_and_read_without_script() => BuildFillRead(script: false, new("transports", "transports-amende", 7, "hadTicket",
    [
        ("reportNumber", "A1234567"), ("reportedOn", "2026-11-02"), ("fine", "50"), ("wish", "Annulation"), ("account", "Le bus était en retard."),
    ]));

    private async Task BuildFillRead(bool script, Asked asked)
    {
        await using var admin = await chromium.Open(platform, "admin", script);
        await Build(admin, asked);
        await using var mediator = await chromium.Open(platform, "mediator.valdegour", script);
        var referral = await Fill(mediator, asked, script);
        await using var agent = await chromium.Open(platform, $"agent.{asked.Partner}", script);
        await agent.Go($"/referrals/{referral}");
        var read = await agent.Main.InnerTextAsync();
        Assert.Contains("Quel jour du mois ?", read, StringComparison.Ordinal);
        Assert.Contains("le cinq", read, StringComparison.Ordinal);
        Assert.Empty(admin.TakeComplaints().Concat(mediator.TakeComplaints()).Concat(agent.TakeComplaints()));
    }

    private static async Task Build(Window admin, Asked asked)
    {
        var (section, question) = ($"Input.Fields[{asked.Fields}]", $"Input.Fields[{asked.Fields + 1}]");
        await admin.Go($"/procedures/{DemonstrationId.Of($"procedure:{asked.Procedure}")}/form");
        await Add(admin, "Section");
        await admin.Give($"{section}.Label", "Le jour qui convient");
        await admin.Give($"{section}.WhenKey", asked.DecidedBy);
        // The answers can be ticked once it is known of which question.
        await admin.Follow(admin.Main.Locator($"button[value='keep:{asked.Fields}']"));
        await admin.Give($"{section}.WhenAnswers", "true");
        await Add(admin, "Text");
        await admin.Give($"{question}.Label", "Quel jour du mois ?");
        await admin.Give($"{question}.Key", "dayOfMonth");
        await admin.Main.Locator($"[name='{question}.Required'][type=checkbox]").CheckAsync();
        await admin.Follow(admin.Called(admin.Text["ReviseForm.Preview"]));
        Assert.Contains("Le jour qui convient", await admin.Main.Locator("#preview").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Quel jour du mois ?", await admin.Main.Locator("section[aria-labelledby=changes-title]").InnerTextAsync(), StringComparison.Ordinal);
        await admin.Shoot($"conditional form built {asked.Procedure}");
        await admin.Follow(admin.Main.Locator("button[value=save]"));
        Assert.Equal(200, admin.Status);
    }

    private static async Task Add(Window admin, string type)
    {
        await admin.Give("Added", type);
        await admin.Follow(admin.Main.Locator("button[value=add]"));
    }

    private static async Task<Guid> Fill(Window mediator, Asked asked, bool script)
    {
        await mediator.OpenCase(script ? "Lombard" : "Nivelle");
        await mediator.RecordConsent(asked.Partner);
        await mediator.ChooseProcedure(asked.Procedure);
        await mediator.Give("Input.Subject", "Une demande à étages");
        await mediator.Give("Input.ExpectedOutcome", "Que la situation se débloque.");
        foreach (var (key, answer) in asked.Answers)
            await mediator.Give($"Input.Answers.{key}", answer);

        var conditional = mediator.Main.Locator("[name='Input.Answers.dayOfMonth']");
        await mediator.Give($"Input.Answers.{asked.DecidedBy}", "false");
        Assert.Equal(!script, await conditional.IsVisibleAsync());
        await mediator.Give($"Input.Answers.{asked.DecidedBy}", "true");
        Assert.True(await conditional.IsVisibleAsync());
        await mediator.Send();
        Assert.Equal(422, mediator.Status);
        Assert.Equal("true", await conditional.GetAttributeAsync("aria-invalid"));
        if (script)
            Assert.Empty(await mediator.Inspect());
        await mediator.Shoot($"conditional form refused {script}");

        // Asked for another answer only, it holds nothing up.
        await mediator.Give($"Input.Answers.{asked.DecidedBy}", "false");
        await mediator.Send();
        Assert.EndsWith("/check", mediator.Address, StringComparison.Ordinal);
        await mediator.Go(mediator.Address.Replace("/check", "/write", StringComparison.Ordinal));
        await mediator.Give($"Input.Answers.{asked.DecidedBy}", "true");
        await mediator.Give("Input.Answers.dayOfMonth", "le cinq");
        await mediator.Send();
        Assert.Contains("le cinq", await mediator.Main.InnerTextAsync(), StringComparison.Ordinal);
        await mediator.Send();
        Assert.Equal(200, mediator.Status);
        return mediator.ReferralHere();
    }

    /// <param name="Fields">How many questions the form has before.</param>
    /// <param name="DecidedBy">The key of the yes/no question that decides.</param>
    private sealed record Asked(string Partner, string Procedure, int Fields, string DecidedBy, (string Key, string Answer)[] Answers);
}
