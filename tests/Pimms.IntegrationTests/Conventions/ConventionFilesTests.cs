using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Pimms.IntegrationTests;

public sealed class ConventionFilesTests(Platform platform)
{
    private readonly Agreements agreements = new(platform);

    private static byte[] Paper => Conventions.DemonstrationPaper.Of(Conventions.DemonstrationAgreements.All(Agreements.Today)[0]);

    [Fact]
    public async Task Is_incomplete_until_the_signed_paper_is_there()
    {
        var convention = await agreements.Active();
        Assert.True(convention.Json.GetProperty("incomplete").GetBoolean());
        using var admin = await platform.As("admin");
        var missing = $"document signé manquant";
        Assert.Contains(missing, (await admin.Open($"/conventions?q={convention.Text("partnerName")}")).Text, StringComparison.Ordinal);

        using var added = await Upload(convention.Id, "convention.pdf", Paper);
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        convention = await convention.Again();
        Assert.False(convention.Json.GetProperty("incomplete").GetBoolean());
        Assert.DoesNotContain(missing, (await admin.Open($"/conventions?q={convention.Text("partnerName")}")).Text, StringComparison.Ordinal);

        using var api = await platform.Api("admin");
        var file = (await added.Problem()).GetProperty("id").GetGuid();
        Assert.Equal(Paper, await api.GetByteArrayAsync(new Uri($"/api/v1/conventions/{convention.Id}/files/{file}", UriKind.Relative), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("convention.pdf", "Ceci n’est pas un PDF.")]
    [InlineData("convention.pdf", "")]
    [InlineData("convention.exe", "MZ")]
    public async Task Refuses_a_pdf_that_is_none(string name, string content)
    {
        var convention = await agreements.Active();
        using var answer = await Upload(convention.Id, name, Encoding.UTF8.GetBytes(content));
        Assert.InRange((int)answer.StatusCode, 400, 499);
        Assert.Equal("/problems/document-refused", (await answer.Problem()).GetProperty("type").GetString());
        Assert.Empty((await convention.Again()).Json.GetProperty("documents").EnumerateArray());
    }

    [Theory]
    [InlineData("manager.energie", HttpStatusCode.OK)]
    [InlineData("lead.valdegour", HttpStatusCode.OK)]
    [InlineData("agent.eau", HttpStatusCode.NotFound)]
    [InlineData("mediator.valdegour", HttpStatusCode.Forbidden)]
    public async Task Is_read_by_those_who_read_the_convention(string userName, HttpStatusCode expected)
    {
        using var answer = await agreements.Send(HttpMethod.Get, $"/api/v1/conventions/{DemonstrationId.Of("convention:energie")}/files/{DemonstrationId.Of("convention-file:energie")}", null, null, userName);
        Assert.Equal(expected, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> Upload(Guid id, string name, byte[] content)
    {
        using var api = await platform.Api("admin");
        using var part = new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } };
        using var form = new MultipartFormDataContent { { part, "file", name } };
        return await api.PostAsync(new Uri($"/api/v1/conventions/{id}/documents", UriKind.Relative), form, TestContext.Current.CancellationToken);
    }
}
