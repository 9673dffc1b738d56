using System.Net;
using Pimms.Referrals;

namespace Pimms.IntegrationTests;

/// <summary>The signed paper beside the consent: the association's own.</summary>
public sealed class AttachEvidenceTests(Platform platform)
{
    private readonly Desk desk = new(platform);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keeps_the_last_file_and_gives_it_back_as_an_attachment()
    {
        using var mediator = await platform.As("mediator.valdegour");
        var id = await desk.OpenCase();
        var address = $"/cases/{id}/consents/{await desk.Consent(id, "energie")}/evidence";
        await Attach(mediator, address, "mandat signé.pdf");
        Assert.Equal(HttpStatusCode.Redirect, await Attach(mediator, address, "mandat signé, page 2.pdf"));

        var page = await mediator.Open($"/cases/{id}");
        Assert.Contains("mandat signé, page 2.pdf", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("mandat signé.pdf", page.Text, StringComparison.Ordinal);
        using var file = await mediator.Http.GetAsync(new Uri($"{address}?handler=file", UriKind.Relative), Ct);
        Assert.Equal(("application/pdf", "attachment"), (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.DispositionType));
        Assert.StartsWith("%PDF", System.Text.Encoding.Latin1.GetString(await file.Content.ReadAsByteArrayAsync(Ct)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mediator.pissevin", HttpStatusCode.NotFound)]
    [InlineData("agent.energie", HttpStatusCode.Forbidden)]
    public async Task Does_not_exist_for_others(string persona, HttpStatusCode status)
    {
        using var mediator = await platform.As("mediator.valdegour");
        using var visitor = await platform.As(persona);
        var id = await desk.OpenCase();
        var address = $"/cases/{id}/consents/{await desk.Consent(id, "energie")}/evidence";
        await Attach(mediator, address, "mandat.pdf");
        Assert.Equal((status, status), ((await visitor.Open(address)).Status, (await visitor.Open($"{address}?handler=file")).Status));
    }

    [Fact]
    public async Task Refuses_what_is_no_document_and_a_name_with_an_account_number()
    {
        using var mediator = await platform.As("mediator.valdegour");
        var id = await desk.OpenCase();
        var address = $"/cases/{id}/consents/{await desk.Consent(id, "energie")}/evidence";
        Assert.NotEqual(HttpStatusCode.Redirect, await Attach(mediator, address, "mandat.pdf", "just words"u8.ToArray()));
        Assert.Equal(HttpStatusCode.Conflict, await Attach(mediator, address, "RIB FR76 3000 6000 0112 3456 7890 189.pdf"));
        Assert.Empty((await platform.Send("mediator.valdegour", new ReadCase(id))).Value.Evidence);
    }

    private static async Task<HttpStatusCode> Attach(Visitor visitor, string address, string name, byte[]? content = null)
    {
        var form = await visitor.Open(address);
        using var parts = Upload.Parts(name, content, field: "Input.File");
        foreach (var hidden in form.Document.QuerySelectorAll("main form input[type=hidden]"))
            parts.Add(new StringContent(hidden.GetAttribute("value") ?? ""), hidden.GetAttribute("name")!);
        using var answer = await visitor.Http.PostAsync(new Uri(address, UriKind.Relative), parts, Ct);
        return answer.StatusCode;
    }
}
