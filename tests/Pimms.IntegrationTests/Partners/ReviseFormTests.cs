using System.Net;
using Pimms.Partners;

namespace Pimms.IntegrationTests;

public sealed class ReviseFormTests(Platform platform)
{
    [Fact]
    public async Task A_form_is_written_without_script_and_loses_nothing_on_the_way()
    {
        var (partner, _, procedure) = await platform.NewPartner();
        using var admin = await platform.As("admin");
        var page = await admin.Open($"/procedures/{procedure}/form");
        page = await page.Submit([("Added", "Choice")], button: "[value=add]");
        page = await page.Submit([("Input.Fields[0].Label", "Chauffage"), ("Input.Fields[0].Choices", "Gaz\nÉlectricité"), ("Added", "Money")], button: "[value=add]");
        page = await page.Submit([("Input.Fields[1].Label", "Montant dû"), ("Input.Fields[1].Required", "true")], button: "[value='up:1']");
        Assert.Contains("Électricité", page.Document.QuerySelector("#preview")!.TextContent, StringComparison.Ordinal);

        var saved = await page.Submit(button: "[value=save]");
        Assert.Equal($"/partners/{partner}", saved.Address.AbsolutePath);
        var form = (await platform.Send("admin", new ShowProcedure(procedure))).Value.Form;
        Assert.Equal(["montantDu", "chauffage"], form.Fields.Select(field => field.Key));
        Assert.Equal((2, true, 2), (form.Version, form.Fields[0].Required, form.Fields[1].Choices.Count));
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_the_question_which_then_stands_open()
    {
        var (_, _, procedure) = await platform.NewPartner();
        using var admin = await platform.As("admin");
        var page = await (await admin.Open($"/procedures/{procedure}/form")).Submit([("Added", "Choice")], button: "[value=add]");
        var refused = await page.Submit([("Input.Fields[0].Label", "Chauffage"), ("Input.Fields[0].Choices", "Gaz")], button: "[value=save]");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotNull(refused.Document.QuerySelector("#question-1[open] .field-error"));
        Assert.Contains("Gaz", refused.Document.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_is_made_to_depend_on_an_answer_without_script()
    {
        var (_, _, procedure) = await platform.NewPartner();
        using var admin = await platform.As("admin");
        var page = await (await admin.Open($"/procedures/{procedure}/form")).Submit([("Added", "YesNo")], button: "[value=add]");
        page = await page.Submit([("Input.Fields[0].Label", "Chauffé au gaz ?"), ("Added", "Section")], button: "[value=add]");
        page = await page.Submit([("Input.Fields[1].Label", "Le gaz"), ("Input.Fields[1].WhenKey", "chauffeAuGaz"), ("Added", "Money")], button: "[value=add]");
        page = await page.Submit([("Input.Fields[1].WhenAnswers", "true"), ("Input.Fields[2].Label", "Montant"), ("Input.RequiredDocuments", "Dernière facture")], button: "button[value=keep]:not(.visually-hidden)");
        Assert.Contains("Seulement si « Chauffé au gaz ? » : Oui", page.Text, StringComparison.Ordinal);
        Assert.Contains("Nouvelle question : Montant", page.Text, StringComparison.Ordinal);
        await page.Submit(button: "[value=save]");

        var form = (await platform.Send("admin", new ShowProcedure(procedure))).Value.Form;
        Assert.Equal(["true"], form.Fields[1].When!.Answers);
        Assert.Equal(["Dernière facture"], form.RequiredDocuments);
        Assert.Equal("chauffeAuGaz", form.Fields[1].When!.Key);
    }

    [Fact]
    public async Task A_form_that_asks_the_same_makes_no_version()
    {
        var (_, _, procedure) = await platform.NewPartner();
        var facts = (await platform.Send("admin", new ShowProcedure(procedure))).Value;
        var answer = await platform.Send("admin", new ReviseForm(procedure, facts.Version, []));
        Assert.Equal("ReviseForm.Unchanged", Assert.Single(answer.Refusal!.Errors).Message);
    }

    [Fact]
    public async Task The_second_of_two_is_refused()
    {
        var (_, _, procedure) = await platform.NewPartner();
        var version = (await platform.Send("admin", new ShowProcedure(procedure))).Value.Version;
        Assert.Null((await platform.Send("admin", new ReviseForm(procedure, version, [PartnersSupport.Question("mine")]))).Refusal);
        Assert.Equal(RefusalTypes.Stale, (await platform.Send("admin", new ReviseForm(procedure, version, [PartnersSupport.Question("theirs")]))).Refusal!.Type);
    }
}
