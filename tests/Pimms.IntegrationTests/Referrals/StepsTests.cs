using System.Net;
using Pimms.Referrals;

namespace Pimms.IntegrationTests;

public sealed class StepsTests(Platform platform)
{
    private readonly Desk desk = new(platform);

    [Fact]
    public async Task Adds_a_step_in_one_line_on_the_case()
    {
        using var mediator = await platform.As("mediator.valdegour");
        var id = await desk.OpenCase();
        var page = await (await mediator.Open($"/cases/{id}")).Submit([("Input.Step.Text", "Appelé le fournisseur"), ("Input.Step.By", "Alone")], form: "#steps form");
        Assert.Equal($"/cases/{id}", page.Address.AbsolutePath);
        var steps = page.Document.QuerySelector("#steps ol")!.TextContent;
        Assert.All(["Appelé le fournisseur", "la personne, sans aide", "Karima Benali"], words => Assert.Contains(words, steps, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refuses_an_empty_step_or_one_of_tomorrow_at_the_field_and_keeps_the_rest()
    {
        using var mediator = await platform.As("mediator.valdegour");
        var id = await desk.OpenCase();
        var page = await (await mediator.Open($"/cases/{id}")).Submit([("Input.Step.Text", ""), ("Input.Step.By", "Mediator"), ("Input.Step.Day", "2999-01-01")], form: "#steps form");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(["#Input_Step_Day", "#Input_Step_Text"], page.Document.QuerySelectorAll(".error-summary a").Select(link => link.GetAttribute("href")!).Order());
        Assert.Equal("Mediator", page.Document.QuerySelector("[name='Input.Step.By'][checked]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Is_corrected_and_removed_by_its_author()
    {
        using var mediator = await platform.As("mediator.valdegour");
        var id = await desk.OpenCase();
        var step = await Add(id);
        var corrected = await (await mediator.Open($"/cases/{id}/steps/{step}/edit")).Submit([("Input.Step.Text", "Appelé la mairie")]);
        Assert.Contains("Appelé la mairie", corrected.Document.QuerySelector("#steps ol")!.TextContent, StringComparison.Ordinal);

        var removed = await (await mediator.Open($"/cases/{id}/steps/{step}/remove")).Submit();
        Assert.Equal($"/cases/{id}", removed.Address.AbsolutePath);
        Assert.Null(removed.Document.QuerySelector("#steps ol"));
    }

    [Fact]
    public async Task Is_not_a_colleagues_to_correct()
    {
        using var lead = await platform.As("lead.valdegour");
        var id = await desk.OpenCase();
        var step = await Add(id);
        Assert.DoesNotContain($"/cases/{id}/steps/{step}/edit", (await lead.Open($"/cases/{id}")).Links);
        Assert.Equal($"/cases/{id}", (await lead.Open($"/cases/{id}/steps/{step}/edit")).Address.AbsolutePath);
        Assert.Equal("step-settled", (await platform.Send("lead.valdegour", new EditStep(id, step, new("Autre chose", StepBy.Alone, null)))).Refusal!.Type);
        Assert.Equal("step-settled", (await platform.Send("lead.valdegour", new RemoveStep(id, step))).Refusal!.Type);
    }

    [Fact]
    public async Task Does_not_exist_for_another_site_or_below_another_case()
    {
        var (id, other) = (await desk.OpenCase(), await desk.OpenCase());
        var step = await Add(id);
        Assert.Equal(RefusalTypes.NotFound, (await platform.Send("mediator.pissevin", new EditStep(id, step, new("Autre chose", StepBy.Alone, null)))).Refusal!.Type);
        Assert.Equal(RefusalTypes.NotFound, (await platform.Send("mediator.pissevin", new AddStep(id, new("Autre chose", StepBy.Alone, null)))).Refusal!.Type);
        Assert.Equal(RefusalTypes.NotFound, (await platform.Send("mediator.valdegour", new EditStep(other, step, new("Autre chose", StepBy.Alone, null)))).Refusal!.Type);
    }

    [Fact]
    public async Task A_partner_reads_none_of_it()
    {
        var id = await desk.OpenCase();
        await desk.Consent(id, "energie");
        await Add(id);
        var referral = await desk.Sent(id);
        using var agent = await platform.As("agent.energie");
        Assert.DoesNotContain("Appelé le fournisseur", (await agent.Open($"/referrals/{referral}")).Source, StringComparison.Ordinal);
        Assert.Equal(0, await platform.Straight(await Personas.Of(platform.Services, "agent.energie"), connection => connection.Value<long>("select count(*) from referrals.steps")));
        Assert.NotEqual(0, await platform.Straight(await Personas.Of(platform.Services, "mediator.valdegour"), connection => connection.Value<long>("select count(*) from referrals.steps")));
    }

    [Fact]
    public async Task Autonomy_is_asked_at_closing_and_never_forced()
    {
        var id = await new Counter(platform).Answered();
        using var mediator = await platform.As("mediator.valdegour");
        var form = await mediator.Open($"/referrals/{id}/close");
        Assert.Equal(3, form.Document.QuerySelectorAll("input[name='Input.Autonomy']").Length);
        Assert.Empty(form.Document.QuerySelectorAll("input[name='Input.Autonomy'][checked]"));
        Assert.Equal(HttpStatusCode.OK, (await form.Submit([("Input.VerifiedResult", "Confirmed")])).Status);
        Assert.Equal(ReferralState.Closed, (await desk.Read(id)).State);
    }

    private async Task<Guid> Add(Guid caseId) => (await platform.Send("mediator.valdegour", new AddStep(caseId, new("Appelé le fournisseur", StepBy.WithHelp, null)))).Value;
}
