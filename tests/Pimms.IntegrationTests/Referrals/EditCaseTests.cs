using System.Net;

namespace Pimms.IntegrationTests;

public sealed class EditCaseTests(Platform platform)
{
    private readonly Desk desk = new(platform);

    [Fact]
    public async Task Changes_what_was_known_and_keeps_the_rest()
    {
        using var mediator = await platform.As("mediator.valdegour");
        var page = await (await mediator.Open($"/cases/{await desk.OpenCase("Avant")}/edit")).Submit([("Input.Beneficiary.FamilyName", "Après"), ("Input.Beneficiary.ContactRestrictions", "NoLetter")]);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.All(["Lina Après", "06 01 02 03 04", "Pas de courrier"], words => Assert.Contains(words, page.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Shows_what_a_colleague_saved_meanwhile_and_loses_no_typed_text()
    {
        using var mediator = await platform.As("mediator.valdegour");
        using var colleague = await platform.As("lead.valdegour");
        var address = $"/cases/{await desk.OpenCase()}/edit";
        var mine = await mediator.Open(address);
        await (await colleague.Open(address)).Submit([("Input.Situation", "La coupure est annulée.")]);

        var told = await mine.Submit([("Input.Situation", "La coupure est pour lundi.")]);
        Assert.Equal(HttpStatusCode.PreconditionFailed, told.Status);
        Assert.Contains("La coupure est annulée.", told.Text, StringComparison.Ordinal);
        Assert.Contains("La coupure est pour lundi.", told.Document.QuerySelector("[name='Input.Situation']")!.TextContent, StringComparison.Ordinal);

        var saved = await told.Submit();
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Contains("La coupure est pour lundi.", saved.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_an_empty_situation_at_its_field()
    {
        using var mediator = await platform.As("mediator.valdegour");
        var page = await (await mediator.Open($"/cases/{await desk.OpenCase()}/edit")).Submit([("Input.Situation", " "), ("Input.Beneficiary.FamilyName", "Gardé")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.NotNull(page.Document.QuerySelector(".error-summary a[href='#Input_Situation']"));
        Assert.Equal("Gardé", page.Document.QuerySelector("[name='Input.Beneficiary.FamilyName']")!.GetAttribute("value"));
    }
}
