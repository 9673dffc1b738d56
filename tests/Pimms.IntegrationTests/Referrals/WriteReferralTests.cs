using System.Net;
using Pimms.Referrals;

namespace Pimms.IntegrationTests;

public sealed class WriteReferralTests(Platform platform)
{
    private readonly Desk desk = new(platform);

    [Fact]
    public async Task Says_before_choosing_what_is_open_how_fast_and_why_the_rest_is_closed()
    {
        using var mediator = await platform.As("mediator.valdegour");
        var page = await mediator.Open($"/cases/{await desk.OpenCase()}/referrals/new");
        var offered = page.Document.QuerySelectorAll("button[name='Input.ProcedureId']").Select(button => button.GetAttribute("value")).ToList();
        Assert.Contains(DemonstrationId.Of("procedure:energie-etalement").ToString(), offered);
        Assert.DoesNotContain(DemonstrationId.Of("procedure:region-aide-lyceen").ToString(), offered);
        Assert.Contains("10 jours ouvrés", page.Text, StringComparison.Ordinal);
        Assert.Contains("arrivée à son terme", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_before_choosing_whom_the_person_allowed_us_to_ask()
    {
        var id = await desk.OpenCase();
        await desk.Consent(id, "energie", "ville");
        var offered = (await platform.Send("mediator.valdegour", new WhomToAsk(id))).Value;
        Assert.Equal(["Énergie", "Ville"], offered.Partners.Where(partner => partner.ConsentCovers).Select(partner => partner.Name));
    }

    [Fact]
    public async Task Goes_from_the_choice_to_the_check_and_reads_the_answers_by_the_form()
    {
        using var mediator = await platform.As("mediator.valdegour");
        var id = await desk.OpenCase();
        var choice = await mediator.Open($"/cases/{id}/referrals/new");
        var procedure = DemonstrationId.Of("procedure:energie-etalement");
        var write = await choice.Submit(form: $"main form:has(button[value='{procedure}'])", button: $"button[value='{procedure}']");
        var check = await write.Submit(
        [
            ("Input.Subject", "Étalement"), ("Input.ExpectedOutcome", "Plan sur 6 mois"), ("Input.Answers.contractNumber", "60 045 128 87"), ("Input.Answers.amountDue", "1 412,8"), ("Input.Answers.electricHeating", "true"),
        ]);
        Assert.EndsWith("/check", check.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.All(["Étalement", "Plan sur 6 mois", "6004512887", "412,80", "Oui", "Essai", "5 rue Kepler"], words => Assert.Contains(words, check.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refuses_to_go_on_at_the_fields_and_keeps_what_was_typed()
    {
        using var mediator = await platform.As("mediator.valdegour");
        var page = await (await mediator.Open($"/referrals/{await desk.Draft(await desk.OpenCase(), complete: false)}/write")).Submit(
            [("Input.Subject", "Étalement"), ("Input.Urgency", "Urgent"), ("Input.Answers.contractNumber", "60 045 128"), ("Input.Answers.alreadyTried", "Deux appels.")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        string[] wrong = ["#Input_ExpectedOutcome", "#Input_UrgencyReason", "#Input_Answers_contractNumber", "#Input_Answers_amountDue"];
        Assert.Equal(wrong.Order(), page.Document.QuerySelectorAll(".error-summary a").Select(link => link.GetAttribute("href")!).Order());
        Assert.Contains("Il manque 2 chiffres.", page.Text, StringComparison.Ordinal);
        Assert.Equal("60 045 128", page.Document.QuerySelector("[name='Input.Answers.contractNumber']")!.GetAttribute("value"));
        Assert.Contains("Deux appels.", page.Document.QuerySelector("[name='Input.Answers.alreadyTried']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saves_a_draft_as_it_was_typed_complete_or_not()
    {
        using var mediator = await platform.As("mediator.valdegour");
        var address = $"/referrals/{await desk.Draft(await desk.OpenCase(), complete: false)}/write";
        var saved = await (await mediator.Open(address)).Submit([("Input.Answers.contractNumber", "60 045")], button: "button[value='false']");
        Assert.Equal((HttpStatusCode.OK, address), (saved.Status, saved.Address.AbsolutePath));
        Assert.Equal("60 045", (await mediator.Open(address)).Document.QuerySelector("[name='Input.Answers.contractNumber']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Shows_what_a_colleague_saved_meanwhile_and_loses_no_typed_text()
    {
        using var mediator = await platform.As("mediator.valdegour");
        using var colleague = await platform.As("lead.valdegour");
        var address = $"/referrals/{await desk.Draft(await desk.OpenCase())}/write";
        var mine = await mediator.Open(address);
        await (await colleague.Open(address)).Submit([("Input.Subject", "Le mot de la collègue")], button: "button[value='false']");

        var told = await mine.Submit([("Input.Subject", "Mon mot"), ("Input.Answers.alreadyTried", "Deux appels.")]);
        Assert.Equal(HttpStatusCode.PreconditionFailed, told.Status);
        Assert.Contains("Le mot de la collègue", told.Text, StringComparison.Ordinal);
        Assert.Equal("Mon mot", told.Document.QuerySelector("[name='Input.Subject']")!.GetAttribute("value"));
        Assert.Contains("Deux appels.", told.Document.QuerySelector("[name='Input.Answers.alreadyTried']")!.TextContent, StringComparison.Ordinal);
        Assert.EndsWith("/check", (await told.Submit()).Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("write")]
    [InlineData("check")]
    [InlineData("discard")]
    public async Task A_draft_does_not_exist_for_another_site_or_the_partner(string page)
    {
        using var stranger = await platform.As("mediator.pissevin");
        using var agent = await platform.As("agent.energie");
        var address = $"/referrals/{await desk.Draft(await desk.OpenCase())}/{page}";
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open(address)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.Open(address)).Status);
    }
}
