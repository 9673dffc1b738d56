using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Npgsql;
using Pimms.Referrals;
using Pimms.UnitTests;

namespace Pimms.IntegrationTests;

/// <summary>Files beside a referral, on the API: who gets which, and what is kept of them.</summary>
public sealed class ReferralDocumentsTests(Platform platform)
{
    private readonly Counter counter = new(platform);

    [Fact]
    public async Task A_file_comes_back_byte_for_byte_and_only_as_an_attachment()
    {
        var referral = await counter.Sent();
        using var mediator = await platform.Api("mediator.valdegour");
        var content = PdfWriter.OfPage();
        var made = await Sent(mediator, referral, "Facture été.pdf", content);
        Assert.Equal(("Facture été.pdf", "Available", "Shared", content.Length, "application/pdf"),
            (made.GetProperty("fileName").GetString(), made.GetProperty("state").GetString(), made.GetProperty("visibility").GetString(), made.GetProperty("size").GetInt32(), made.GetProperty("contentType").GetString()));

        using var agent = await platform.Api("agent.energie");
        using var answer = await agent.GetAsync(Address(referral, Id(made)));
        Assert.Equal(content, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("Facture été.pdf", answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Contains("DownloadDocument", await platform.Ask("select act from journal.entries where $1 = any(subjects) and kind = 'referral'", referral));
    }

    [Fact]
    public async Task What_one_side_keeps_to_itself_does_not_exist_for_the_other()
    {
        var referral = await counter.Sent();
        using var mediator = await platform.Api("mediator.valdegour");
        using var agent = await platform.Api("agent.energie");
        var own = Id(await Sent(mediator, referral, "notes.pdf", visibility: "OwnSide"));
        var theirs = Id(await Sent(agent, referral, "verification.pdf", visibility: "OwnSide"));

        foreach (var (client, seen, hidden, name) in ((HttpClient, Guid, Guid, string)[])[(mediator, own, theirs, "verification"), (agent, theirs, own, "notes.pdf")])
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(Address(referral, seen))).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(Address(referral, hidden))).StatusCode);
            Assert.DoesNotContain(name, await client.GetStringAsync(Address(referral)), StringComparison.Ordinal);
            Assert.DoesNotContain(name, await client.GetStringAsync(new Uri($"/api/v1/referrals/{referral}/timeline", UriKind.Relative)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_draft_keeps_its_files_until_it_is_sent_and_a_stranger_never_sees_them()
    {
        var desk = new Desk(platform);
        var its = await desk.OpenCase();
        await desk.Consent(its, "energie");
        var draft = await desk.Draft(its);
        using var mediator = await platform.Api("mediator.valdegour");
        using var agent = await platform.Api("agent.energie");
        using var stranger = await platform.Api("agent.eau");
        var document = Id(await Sent(mediator, draft, "facture.pdf"));
        Assert.Equal(HttpStatusCode.NotFound, (await agent.GetAsync(Address(draft, document))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await Status(agent, draft, "trop-tot.pdf"));

        await counter.Do("mediator.valdegour", draft, version => new SendReferral(draft, version));
        Assert.Equal(HttpStatusCode.OK, (await agent.GetAsync(Address(draft, document))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(Address(draft, document))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await Status(stranger, draft, "intrus.pdf"));
        Assert.Equal(HttpStatusCode.Conflict, (await mediator.DeleteAsync(Address(draft, document))).StatusCode);
    }

    [Fact]
    public async Task A_withdrawn_agreement_and_a_transfer_cut_the_files_too()
    {
        var desk = new Desk(platform);
        var its = await desk.OpenCase();
        var consent = await desk.Consent(its, "energie");
        var (referral, moved) = (await desk.Sent(its), await desk.Sent(its));
        using var mediator = await platform.Api("mediator.valdegour");
        using var agent = await platform.Api("agent.energie");
        var (document, other) = (Id(await Sent(mediator, referral, "facture.pdf")), Id(await Sent(mediator, moved, "facture.pdf")));

        await counter.Do("agent.energie", moved, version => new TransferReferral(moved, version, DemonstrationId.Of("unit:energie-facturation"), null));
        Assert.Equal("unit:energie-facturation", DemonstrationId.Of("unit:energie-facturation").ToString() == (await platform.Ask("select visible_to_unit from referrals.documents where id = $1", other)).Single() ? "unit:energie-facturation" : "elsewhere");
        Assert.Equal(HttpStatusCode.OK, (await agent.GetAsync(Address(referral, document))).StatusCode);
        Assert.Null((await platform.Send("mediator.valdegour", new WithdrawConsent(its, consent))).Refusal);
        Assert.Equal(HttpStatusCode.Gone, (await agent.GetAsync(Address(referral, document))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await mediator.GetAsync(Address(referral, document))).StatusCode);
    }

    [Fact]
    public async Task Ten_files_are_the_most_and_two_at_once_do_not_make_eleven()
    {
        var referral = await counter.Sent();
        using var mediator = await platform.Api("mediator.valdegour");
        using var agent = await platform.Api("agent.energie");
        for (var number = 0; number < 8; number++)
            await Sent(number % 2 == 0 ? mediator : agent, referral, $"{number}.pdf", visibility: number < 4 ? "OwnSide" : "Shared");
        var together = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => Status(number % 2 == 0 ? mediator : agent, referral, $"ensemble-{number}.pdf")));
        Assert.Equal(2, together.Count(status => status == HttpStatusCode.Created));
        Assert.Equal(4, together.Count(status => status == HttpStatusCode.UnprocessableEntity));
        Assert.Equal("10|10", (await platform.Ask("select document_count, (select count(*) from referrals.documents d where d.referral_id = r.id) from referrals.referrals r where id = $1", referral)).Single());

        using var refused = await mediator.PostAsync(Address(referral), Upload.Parts("onze.pdf"));
        Assert.Equal("TooMany", (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("reason").GetString());
    }

    [Fact]
    public async Task A_file_of_ten_megabytes_is_taken_whatever_its_name_and_a_larger_one_is_refused()
    {
        var referral = await counter.Sent();
        using var mediator = await platform.Api("mediator.valdegour");
        var padding = PictureWriter.Jpeg(16, 16, coloured: true);
        var largest = PictureWriter.Jpeg(16, 16, head: [.. PictureWriter.Jfif, .. Enumerable.Range(0, 161).SelectMany(_ => PictureWriter.Segment(0xFE, new byte[65_000]))]);
        Assert.InRange(largest.Length, 10_400_000, DocumentIntake.MostBytes);
        Assert.Equal(HttpStatusCode.Created, await Status(mediator, referral, "photo.jpg", largest));
        Assert.Equal(HttpStatusCode.Created, await Status(mediator, referral, "../x", largest));
        // A name that would lead elsewhere is one of a file like any other.
        Assert.Equal(["photo.jpg", "x.jpg"], await platform.Ask("select file_file_name from referrals.documents where referral_id = $1 order by 1", referral));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await Status(mediator, referral, "trop.jpg", [.. largest, .. new byte[1_000_000]]));
        Assert.Equal(HttpStatusCode.Created, await Status(mediator, referral, "encore.jpg", padding));
    }

    [Fact]
    public async Task The_same_key_attaches_once_and_another_file_under_it_is_refused()
    {
        var referral = await counter.Sent();
        using var mediator = await platform.Api("mediator.valdegour");
        mediator.DefaultRequestHeaders.Add("Idempotency-Key", Guid.NewGuid().ToString());
        var (first, again) = (Id(await Sent(mediator, referral, "facture.pdf")), Id(await Sent(mediator, referral, "facture.pdf")));
        Assert.Equal(first, again);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Status(mediator, referral, "facture.pdf", PdfWriter.OfPage("/Lang (fr)")));
        Assert.Equal("1", (await platform.Ask("select count(*) from referrals.documents where referral_id = $1", referral)).Single());
    }

    [Fact]
    public async Task A_removed_file_and_those_of_a_discarded_draft_leave_nothing_behind()
    {
        var desk = new Desk(platform);
        var draft = await desk.Draft(await desk.OpenCase());
        using var mediator = await platform.Api("mediator.valdegour");
        var (first, second) = (Id(await Sent(mediator, draft, "une.pdf")), Id(await Sent(mediator, draft, "deux.pdf")));
        var contents = (await platform.Ask("select file_content_id from referrals.documents where referral_id = $1", draft)).Select(Guid.Parse).ToArray();
        Assert.Equal(HttpStatusCode.NoContent, (await mediator.DeleteAsync(Address(draft, first))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await mediator.GetAsync(Address(draft, first))).StatusCode);
        Assert.Equal(["1"], await platform.Ask("select count(*) from platform.document_contents where id = any($1)", contents));
        await counter.Do("mediator.valdegour", draft, version => new DiscardDraft(draft, version));
        Assert.Equal(["0"], await platform.Ask("select count(*) from platform.document_contents where id = any($1)", contents));
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task The_database_holds_nothing_legible_and_shows_a_content_to_no_request()
    {
        var referral = await counter.Sent();
        using var mediator = await platform.Api("mediator.valdegour");
        await Sent(mediator, referral, "facture.pdf");
        var content = Guid.Parse((await platform.Ask("select file_content_id from referrals.documents where referral_id = $1", referral)).Single());
        await using var connection = await platform.Superuser.OpenConnectionAsync();
        var kept = await connection.Value<byte[]>("select content from platform.document_contents where id = $1", content);
        Assert.DoesNotContain("PDF", Encoding.Latin1.GetString(kept), StringComparison.Ordinal);

        foreach (var person in (string[])["mediator.valdegour", "agent.energie", "admin"])
            Assert.Equal(0, await platform.Straight(await Personas.Of(platform.Services, person), one => one.Value<long>("select count(*) from platform.document_contents")));
        await Assert.ThrowsAsync<PostgresException>(() => connection.Execute("update referrals.referrals set document_count = 11 where id = $1", referral));
    }

    private static Guid Id(JsonElement document) => document.GetProperty("id").GetGuid();

    private static Uri Address(Guid referral, Guid? document = null) => new($"/api/v1/referrals/{referral}/documents{(document is null ? "" : $"/{document}")}", UriKind.Relative);

    private static async Task<JsonElement> Sent(HttpClient client, Guid referral, string name, byte[]? content = null, string? visibility = null)
    {
        using var answer = await client.PostAsync(Address(referral), Upload.Parts(name, content, visibility));
        var said = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.Created, $"{(int)answer.StatusCode} {said}");
        return JsonSerializer.Deserialize<JsonElement>(said);
    }

    private static async Task<HttpStatusCode> Status(HttpClient client, Guid referral, string name, byte[]? content = null)
    {
        using var answer = await client.PostAsync(Address(referral), Upload.Parts(name, content));
        return answer.StatusCode;
    }
}
