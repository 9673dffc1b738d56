using System.Net;
using AngleSharp.Dom;

namespace Pimms.IntegrationTests;

/// <summary>The pages, without script.</summary>
public sealed class DocumentPagesTests(Platform platform)
{
    [Fact]
    public async Task A_mediator_attaches_a_file_to_a_draft_reads_it_and_takes_it_away()
    {
        var desk = new Desk(platform);
        var draft = await desk.Draft(await desk.OpenCase());
        using var mediator = await platform.As("mediator.valdegour");
        var page = await Send(mediator, await mediator.Open($"/referrals/{draft}/documents"), "facture.pdf");
        Assert.Equal($"/referrals/{draft}/documents", page.Address.AbsolutePath);
        Assert.Contains("La pièce est ajoutée.", page.Source, StringComparison.Ordinal);
        Assert.Contains("facture.pdf", page.Text, StringComparison.Ordinal);
        Assert.Contains("facture.pdf", (await mediator.Open($"/referrals/{draft}/check")).Text, StringComparison.Ordinal);

        var link = page.Links.Single(one => one.EndsWith("/remove", StringComparison.Ordinal));
        using var file = await mediator.Http.GetAsync(new Uri(link[..^"/remove".Length], UriKind.Relative));
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        page = await (await mediator.Open(link)).Submit();
        Assert.Contains("La pièce est retirée.", page.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("facture.pdf", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_file_is_said_at_its_field_and_the_choice_of_who_reads_it_stays()
    {
        var referral = await new Counter(platform).Sent();
        using var agent = await platform.As("agent.energie");
        var page = await Send(agent, await agent.Open($"/referrals/{referral}/documents"), "facture.exe", [("Input.Visibility", "OwnSide")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("true", page.Document.QuerySelector("#Input_File")!.GetAttribute("aria-invalid"));
        Assert.Contains("Le nom du fichier", page.Document.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("OwnSide", page.Document.QuerySelector("[name='Input.Visibility']:checked")!.GetAttribute("value"));

        page = await Send(agent, page, "courrier.pdf");
        Assert.Contains("courrier.pdf", page.Text, StringComparison.Ordinal);
        using var mediator = await platform.As("mediator.valdegour");
        var read = await mediator.Open($"/referrals/{referral}");
        Assert.DoesNotContain("courrier.pdf", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_file_at_all_and_one_that_is_too_large_are_answered_in_words()
    {
        var referral = await new Counter(platform).Sent();
        using var mediator = await platform.As("mediator.valdegour");
        var empty = await (await mediator.Open($"/referrals/{referral}/documents")).Submit(form: "form.upload");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        Assert.Contains("Choisissez un fichier", empty.Text, StringComparison.Ordinal);
        var large = await Send(mediator, empty, "gros.pdf", content: new byte[DocumentIntake.MostBytes + 1_000_000]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.Status);
        Assert.Contains("trop lourd", large.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_sides_see_a_shared_file_on_the_referral_and_in_what_happened()
    {
        var referral = await new Counter(platform).Accepted();
        using var agent = await platform.As("agent.energie");
        await Send(agent, await agent.Open($"/referrals/{referral}/documents"), "echeancier.pdf");
        using var mediator = await platform.As("mediator.valdegour");
        var page = await mediator.Open($"/referrals/{referral}");
        Assert.Contains("echeancier.pdf", page.Document.QuerySelector("#documents")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Pièce ajoutée : echeancier.pdf", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_does_not_exist_for_a_stranger_and_nobody_is_sent_to_sign_in()
    {
        var referral = await new Counter(platform).Sent();
        using var stranger = await platform.As("agent.eau");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open($"/referrals/{referral}/documents")).Status);
        using var nobody = platform.Nobody();
        using var answer = await nobody.Http.GetAsync(new Uri($"/referrals/{referral}/documents", UriKind.Relative));
        Assert.StartsWith("/sign-in", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    private static async Task<ShownPage> Send(Visitor visitor, ShownPage page, string name, (string Name, string Value)[]? fields = null, byte[]? content = null)
    {
        var form = page.Document.QuerySelector<AngleSharp.Html.Dom.IHtmlFormElement>("form.upload")!;
        using var parts = Upload.Parts(name, content, field: "Input.File");
        foreach (var (field, value) in FormData.Of(form, null).Where(one => fields?.Any(given => given.Name == one.Name) != true).Concat(fields ?? []))
            parts.Add(new StringContent(value), field);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(page.Address, form.GetAttribute("action"))) { Content = parts };
        return await visitor.Send(request);
    }
}
