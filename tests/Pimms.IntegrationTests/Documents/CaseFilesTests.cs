using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Npgsql;
using Pimms.Referrals;
using Pimms.UnitTests;

namespace Pimms.IntegrationTests;

/// <summary>The files of a case: the association's own.</summary>
public sealed class CaseFilesTests(Platform platform)
{
    private const string Mediator = "mediator.valdegour";
    private readonly Desk desk = new(platform);

    [Fact]
    public async Task A_mediator_puts_a_file_to_the_case_reads_it_and_takes_it_away()
    {
        var id = await desk.OpenCase();
        using var mediator = await platform.As(Mediator);
        Assert.Contains($"/cases/{id}/files", (await mediator.Open($"/cases/{id}")).Links);
        var page = await Send(mediator, id, "bail.pdf");
        Assert.Contains("La pièce est au dossier.", page.Source, StringComparison.Ordinal);

        var section = (await mediator.Open($"/cases/{id}")).Document.QuerySelector("#files")!;
        Assert.Contains("bail.pdf", section.TextContent, StringComparison.Ordinal);
        var address = section.QuerySelector(".document-name a")!.GetAttribute("href")!;
        using var file = await mediator.Http.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(PdfWriter.OfPage(), await file.Content.ReadAsByteArrayAsync());
        Assert.Contains("DownloadCaseFile", await platform.Ask("select act from journal.entries where $1 = any(subjects) and kind = 'case'", id));

        var content = Guid.Parse((await platform.Ask("select file_content_id from referrals.case_files where case_id = $1", id)).Single());
        var confirm = await mediator.Open($"{address}/remove");
        Assert.Contains("bail.pdf", confirm.Document.QuerySelector(".what-happens")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("La pièce est retirée.", (await confirm.Submit()).Source, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await mediator.Open(address)).Status);
        Assert.Equal(["0"], await platform.Ask("select count(*) from platform.document_contents where id = $1", content));
    }

    [Theory]
    [InlineData("mediator.pissevin", HttpStatusCode.NotFound)]
    [InlineData("agent.energie", HttpStatusCode.Forbidden)]
    [InlineData("admin", HttpStatusCode.Forbidden)]
    public async Task It_does_not_exist_for_others_not_even_in_the_database(string persona, HttpStatusCode status)
    {
        var (id, referral) = await WithReferral();
        var kept = await Kept(id, "bail.pdf");
        using var visitor = await platform.As(persona);
        foreach (var address in (string[])[$"/cases/{id}/files", $"/cases/{id}/files/{kept}", $"/cases/{id}/files/{kept}/remove", $"/api/v1/cases/{id}/files"])
            Assert.Equal(address.StartsWith("/api/", StringComparison.Ordinal) ? HttpStatusCode.Unauthorized : status, (await visitor.Open(address)).Status);
        Assert.DoesNotContain("bail.pdf", (await visitor.Open($"/referrals/{referral}")).Source, StringComparison.Ordinal);

        var user = await Personas.Of(platform.Services, persona);
        Assert.Equal(0, await platform.Straight(user, one => one.Value<long>("select count(*) from referrals.case_files where case_id = $1", id)));
        Assert.Equal(0, await platform.Straight(user, one => one.Execute("delete from referrals.case_files where case_id = $1", id)));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => platform.Straight(user, one => one.Execute("insert into referrals.case_files select gen_random_uuid(), id, site_id, now(), id, '', gen_random_uuid(), '', '', '', '', 1, 'Available' from (select $1 as id, $2 as site_id) c", id, DemonstrationId.Of("site:valdegour"))));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task Refuses_what_is_no_document_a_hostile_one_and_a_name_with_an_account_number()
    {
        var id = await desk.OpenCase();
        using var mediator = await platform.As(Mediator);
        foreach (var file in HostileFiles.Seen.GroupBy(file => file.Label.Split(',')[0]).Select(kind => kind.First()))
        {
            var refused = await Send(mediator, id, file.Name, file.Content);
            Assert.True(refused.Status == HttpStatusCode.UnprocessableEntity && refused.Document.QuerySelector("#Input_File-error") is not null, $"{file.Label}: {refused.Status}");
        }
        Assert.Equal(HttpStatusCode.Conflict, (await Send(mediator, id, "RIB FR76 3000 6000 0112 3456 7890 189.pdf")).Status);
        Assert.Equal(["0"], await platform.Ask("select count(*) from referrals.case_files where case_id = $1", id));
    }

    [Fact]
    public async Task Twenty_files_are_the_most_and_two_at_once_do_not_make_more()
    {
        var id = await desk.OpenCase();
        for (var number = 0; number < 18; number++)
            await Kept(id, $"{number}.pdf");
        var together = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => platform.Send(Mediator, new AttachCaseFile(id, Upload.Of($"ensemble-{number}.pdf")))));
        Assert.Equal(2, together.Count(one => one.Refusal is null));
        Assert.All(together.Where(one => one.Refusal is not null), one => Assert.Equal("TooMany", one.Refusal!.Facts["reason"]));
        using var mediator = await platform.As(Mediator);
        var page = await mediator.Open($"/cases/{id}/files");
        Assert.Null(page.Document.QuerySelector("form.upload"));
        Assert.Contains("déjà 20 pièces", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_script_that_shows_how_far_it_is_gets_words()
    {
        var id = await desk.OpenCase();
        using var mediator = await platform.As(Mediator);
        mediator.Http.DefaultRequestHeaders.Add("X-In-Words", "1");
        var (taken, refused) = (await Send(mediator, id, "bail.pdf"), await Send(mediator, id, "bail.exe"));
        Assert.Equal((HttpStatusCode.OK, $"/cases/{id}/files"), (taken.Status, taken.Source));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.StartsWith("Le nom du fichier", refused.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_of_the_association_do_the_same()
    {
        var id = await desk.OpenCase();
        using var api = await platform.Api(Mediator);
        using var parts = Upload.Parts("bail.pdf");
        using var made = await api.PostAsync(Files(id), parts);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var kept = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        Assert.Equal(["bail.pdf"], (await api.GetFromJsonAsync<JsonElement>(Files(id))).GetProperty("items").EnumerateArray().Select(one => one.GetProperty("fileName").GetString()));
        Assert.Equal(PdfWriter.OfPage(), await api.GetByteArrayAsync(Files(id, kept)));

        using var stranger = await platform.Api("mediator.pissevin");
        foreach (var answer in (HttpResponseMessage[])[await stranger.GetAsync(Files(id)), await stranger.GetAsync(Files(id, kept)), await stranger.DeleteAsync(Files(id, kept))])
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        // Of another case of one's own it is not either.
        Assert.Equal(HttpStatusCode.NotFound, (await api.GetAsync(Files(await desk.OpenCase(), kept))).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await api.DeleteAsync(Files(id, kept))).StatusCode);
    }

    private async Task<(Guid Case, Guid Referral)> WithReferral()
    {
        var id = await desk.OpenCase();
        await desk.Consent(id, "energie");
        return (id, await desk.Sent(id));
    }

    private async Task<Guid> Kept(Guid id, string name) => (await platform.Send(Mediator, new AttachCaseFile(id, Upload.Of(name)))).Value;

    private static Uri Files(Guid id, Guid? kept = null) => new($"/api/v1/cases/{id}/files{(kept is null ? "" : $"/{kept}")}", UriKind.Relative);

    private static async Task<ShownPage> Send(Visitor visitor, Guid id, string name, byte[]? content = null)
    {
        var page = await visitor.Open($"/cases/{id}/files");
        using var parts = Upload.Parts(name, content, field: "Input.File");
        foreach (var (field, value) in FormData.Of(page.Document.QuerySelector<IHtmlFormElement>("form.upload")!, null))
            parts.Add(new StringContent(value), field);
        using var request = new HttpRequestMessage(HttpMethod.Post, page.Address) { Content = parts };
        return await visitor.Send(request);
    }
}
