using System.Net;
using Pimms.Conventions.Contracts;
using Pimms.Referrals;

namespace Pimms.IntegrationTests;

public sealed class SendReferralTests(Platform platform)
{
    private readonly Desk desk = new(platform);

    [Fact]
    public async Task Sends_what_was_shown_and_nothing_else()
    {
        using var mediator = await platform.As("mediator.valdegour");
        var id = await desk.OpenCase("Envoi");
        await desk.Consent(id, "energie");
        var draft = await desk.Draft(id);
        var check = await mediator.Open($"/referrals/{draft}/check");
        Assert.All(["Étalement de la dette", "412,80", "Envoi", "06 01 02 03 04", "5 rue Kepler"], words => Assert.Contains(words, check.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("Facture impayée depuis mars.", check.Text, StringComparison.Ordinal);

        await check.Submit();
        var sent = await desk.Read(draft);
        Assert.Equal(ReferralState.Sent, sent.State);
        var agents = (await platform.Send("agent.energie", new ReadReferral(draft))).Value;
        Assert.Equal("Envoi", agents.Disclosed[BeneficiaryField.FamilyName]);
        Assert.DoesNotContain(BeneficiaryField.Address, agents.Disclosed.Keys);
    }

    [Fact]
    public async Task Refuses_without_consent_and_leads_to_recording_it()
    {
        using var mediator = await platform.As("mediator.valdegour");
        var id = await desk.OpenCase();
        var draft = await desk.Draft(id);
        var check = await mediator.Open($"/referrals/{draft}/check");
        Assert.Null(check.Document.QuerySelector("main form button"));
        Assert.Contains(check.Links, link => link.StartsWith($"/cases/{id}/consents/new?partner=", StringComparison.Ordinal));
        Assert.Equal("consent-missing", (await platform.Send("mediator.valdegour", new SendReferral(draft, (uint)(await desk.Read(draft)).Revision))).Refusal!.Type);
    }

    [Fact]
    public async Task Refuses_through_a_closed_channel_and_says_whom_to_ask()
    {
        using var mediator = await platform.As("mediator.valdegour");
        var id = await desk.OpenCase();
        await desk.Consent(id, "region");
        var draft = await desk.Draft(id, "region", "region-aide-lyceen");
        var check = await mediator.Open($"/referrals/{draft}/check");
        Assert.Null(check.Document.QuerySelector("main form button"));
        Assert.Contains("administrateur des conventions", check.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_what_was_switched_off_meanwhile_and_says_so_before()
    {
        await using var own = await Platform.Start(new());
        var desk = new Desk(own);
        using var mediator = await own.As("mediator.valdegour");
        var id = await desk.OpenCase();
        await desk.Consent(id, "energie");
        var draft = await desk.Draft(id);
        await using (var database = await own.Superuser.OpenConnectionAsync(TestContext.Current.CancellationToken))
            await database.Execute("update partners.procedures set active = false where id = $1", DemonstrationId.Of("procedure:energie-etalement"));

        var check = await mediator.Open($"/referrals/{draft}/check");
        Assert.Null(check.Document.QuerySelector("main form button"));
        Assert.Contains("ne reçoit plus cette démarche", check.Text, StringComparison.Ordinal);
        var refused = await own.Send("mediator.valdegour", new SendReferral(draft, (uint)(await desk.Read(draft)).Revision));
        Assert.Equal("Send.SwitchedOff", Assert.Single(refused.Refusal!.Errors).Message);
    }

    [Fact]
    public async Task Sends_only_what_the_answers_have_asked()
    {
        using var mediator = await platform.As("mediator.valdegour");
        var id = await desk.OpenCase("Partie");
        await desk.Consent(id, "energie");
        var draft = (await platform.Send("mediator.valdegour", new StartReferral(id, DemonstrationId.Of("partner:energie"), null, DemonstrationId.Of("procedure:energie-contestation"), "Facture double", "Un avoir",
            Answers: new Dictionary<string, string> { ["contractNumber"] = "6004512887", ["invoiceNumber"] = "F-2", ["invoiceAmount"] = "80", ["ground"] = "Double facturation", ["meterReading"] = "142", ["explanation"] = "Deux fois la même." }))).Value;
        var page = await mediator.Open($"/referrals/{draft}/write");
        Assert.Contains("Seulement si « Ce qui est contesté »", page.Text, StringComparison.Ordinal);
        await (await page.Submit(button: "[value=true]")).Submit();

        var sent = await desk.Read(draft);
        Assert.Equal(ReferralState.Sent, sent.State);
        Assert.DoesNotContain("meterReading", sent.Request.Answers.Keys);
    }

    [Fact]
    public async Task Leads_back_to_the_form_while_something_is_missing()
    {
        using var mediator = await platform.As("mediator.valdegour");
        var id = await desk.OpenCase();
        await desk.Consent(id, "energie");
        var draft = await desk.Draft(id, complete: false);
        var check = await mediator.Open($"/referrals/{draft}/check");
        Assert.Null(check.Document.QuerySelector("main form button"));
        Assert.Contains($"/referrals/{draft}/write", check.Links);
        Assert.Equal(RefusalTypes.Validation, (await platform.Send("mediator.valdegour", new SendReferral(draft, 0))).Refusal!.Type);
    }

    [Fact]
    public async Task Discards_a_draft_after_asking()
    {
        using var mediator = await platform.As("mediator.valdegour");
        var id = await desk.OpenCase();
        var draft = await desk.Draft(id);
        var page = await (await mediator.Open($"/referrals/{draft}/discard")).Submit();
        Assert.Equal($"/cases/{id}", page.Address.AbsolutePath);
        Assert.Equal(HttpStatusCode.NotFound, (await mediator.Open($"/referrals/{draft}/write")).Status);
    }
}
