using System.Net;
using Pimms.Referrals;

namespace Pimms.IntegrationTests;

public sealed class RedirectReferralTests(Platform platform)
{
    private readonly Desk desk = new(platform);
    private readonly Counter counter = new(platform);

    [Fact]
    public async Task Goes_on_in_one_click_where_only_one_procedure_fits_and_by_a_choice_elsewhere()
    {
        var id = await Declined("eau");
        using var mediator = await platform.As("mediator.valdegour");
        var choice = (await platform.Send("mediator.valdegour", new ProceduresToRedirectTo(id))).Value;
        var page = await (await mediator.Open($"/referrals/{id}")).Submit(form: "form[action$='/redirect']");
        if (choice.Only is null)
        {
            Assert.Equal($"/referrals/{id}/redirect", page.Address.AbsolutePath);
            page = await page.Submit([("Input.ProcedureId", choice.Fitting[0].Id.ToString())]);
        }
        Assert.EndsWith("/write", page.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal("Étalement de la dette", page.Document.QuerySelector("[name='Input.Subject']")!.GetAttribute("value"));
        Assert.Equal("Plan sur 6 mois", page.Document.QuerySelector("[name='Input.ExpectedOutcome']")!.GetAttribute("value"));

        // The person agreed to Énergie only: the page says so, and it cannot be sent.
        Assert.Contains($"/cases/{(await desk.Read(id)).CaseId}/consents/new?partner={DemonstrationId.Of("partner:eau")}", page.Source.Replace("&amp;", "&", StringComparison.Ordinal), StringComparison.Ordinal);
        var draft = Guid.Parse(page.Address.AbsolutePath.Split('/')[2]);
        Assert.NotNull((await platform.Send("mediator.valdegour", new SendReferral(draft, (uint)(await desk.Read(draft)).Revision))).Refusal);
    }

    [Fact]
    public async Task Carries_over_the_answers_that_the_new_form_knows_and_no_others()
    {
        var id = await Declined("energie", from: "eau-fuite");
        var choice = (await platform.Send("mediator.valdegour", new ProceduresToRedirectTo(id))).Value;
        var target = choice.Procedures.Single(procedure => procedure.Id == DemonstrationId.Of("procedure:energie-etalement"));
        var draft = await desk.Read((await platform.Send("mediator.valdegour", new RedirectReferral(id, target.Id))).Value);
        Assert.Equal("Étalement de la dette", draft.Request.Subject);
        Assert.DoesNotContain("customerNumber", draft.Request.Answers.Keys);
        Assert.Equal(ReferralState.Draft, draft.State);
    }

    [Fact]
    public async Task Shows_the_whole_chain_on_the_referral_and_on_the_case_to_mediators_only()
    {
        var id = await Declined("eau");
        var draft = await Redirect(id);
        using var mediator = await platform.As("mediator.valdegour");
        var page = await mediator.Open($"/referrals/{id}");
        Assert.Contains($"/referrals/{draft}", page.Links);
        Assert.Null(page.Document.QuerySelector("form[action$='/redirect']"));
        Assert.Contains("Suite :", (await mediator.Open($"/cases/{(await desk.Read(id)).CaseId}")).Text, StringComparison.Ordinal);

        using var agent = await platform.As("agent.energie");
        var theirs = await agent.Open($"/referrals/{id}");
        Assert.DoesNotContain(draft.ToString(), theirs.Source, StringComparison.Ordinal);
        Assert.Null(theirs.Document.QuerySelector("form[action$='/redirect']"));
        Assert.Equal(0, await platform.Straight(await Personas.Of(platform.Services, "agent.energie"), connection => connection.Value<long>("select count(*) from referrals.redirections")));
    }

    [Fact]
    public async Task Asked_twice_makes_one_draft()
    {
        var id = await Declined("eau");
        Assert.Equal(await Redirect(id), await Redirect(id));
    }

    [Fact]
    public async Task A_discarded_draft_lets_one_begin_again()
    {
        var id = await Declined("eau");
        var draft = await Redirect(id);
        Assert.Null((await platform.Send("mediator.valdegour", new DiscardDraft(draft, 0))).Refusal);
        Assert.NotEqual(draft, await Redirect(id));
    }

    [Fact]
    public async Task Is_not_offered_where_nobody_was_named()
    {
        var id = await counter.Sent();
        await counter.Do("agent.energie", id, version => new DeclineReferral(id, version, DeclineReason.NotEligible, "Non.", null));
        using var mediator = await platform.As("mediator.valdegour");
        Assert.Null((await mediator.Open($"/referrals/{id}")).Document.QuerySelector("form[action$='/redirect']"));
        Assert.Equal(RefusalTypes.MoveNotAllowed, (await platform.Send("mediator.valdegour", new RedirectReferral(id, DemonstrationId.Of("procedure:eau-fuite")))).Refusal!.Type);
    }

    [Fact]
    public async Task Does_not_exist_for_another_site()
    {
        var id = await Declined("eau");
        using var other = await platform.As("mediator.pissevin");
        Assert.Equal(HttpStatusCode.NotFound, (await other.Open($"/referrals/{id}/redirect")).Status);
        Assert.Equal(RefusalTypes.NotFound, (await platform.Send("mediator.pissevin", new RedirectReferral(id, DemonstrationId.Of("procedure:eau-fuite")))).Refusal!.Type);
    }

    private async Task<Guid> Redirect(Guid id) => (await platform.Send("mediator.valdegour", new RedirectReferral(id, DemonstrationId.Of("procedure:eau-fuite")))).Value;

    private async Task<Guid> Declined(string suggested, string from = "energie-etalement")
    {
        var partner = from.Split('-')[0];
        var its = await desk.OpenCase();
        await desk.Consent(its, partner);
        var id = await desk.Draft(its, partner, from);
        if (from == "eau-fuite")
            await Complete(id);
        Assert.Null((await platform.Send("mediator.valdegour", new SendReferral(id, (uint)(await desk.Read(id)).Revision))).Refusal);
        await counter.Do($"agent.{partner}", id, version => new DeclineReferral(id, version, DeclineReason.NotCompetent, "Ce n’est pas pour nous.", DemonstrationId.Of($"partner:{suggested}")));
        return id;
    }

    private async Task Complete(Guid id)
    {
        var draft = (await platform.Send("mediator.valdegour", new ReadDraft(id))).Value;
        var answers = new Dictionary<string, string>
        {
            ["customerNumber"] = "40218875", ["billAmount"] = "860.40", ["usualConsumption"] = "62", ["billedConsumption"] = "341", ["meterReading"] = "1988", ["repairedOn"] = "2026-10-28",
            ["leakPlace"] = "Canalisation enterrée ou encastrée", ["circumstances"] = "Une tache d’humidité au pied du mur.",
        };
        Assert.Null((await platform.Send("mediator.valdegour", new WriteReferral(id, (uint)draft.Referral.Revision, "Étalement de la dette", "Plan sur 6 mois", Urgency.Normal, null, answers, true))).Refusal);
    }
}
