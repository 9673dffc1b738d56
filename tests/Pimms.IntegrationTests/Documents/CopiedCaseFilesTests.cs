using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Pimms.Referrals;
using Pimms.UnitTests;

namespace Pimms.IntegrationTests;

/// <summary>A file of the case goes beside a referral as a copy: nothing is uploaded twice, and nothing of the case is shown.</summary>
public sealed class CopiedCaseFilesTests(Platform platform)
{
    private const string Mediator = "mediator.valdegour";
    private readonly Desk desk = new(platform);
    private readonly Counter counter = new(platform);

    [Fact]
    public async Task A_draft_takes_a_file_of_the_case_and_the_partner_reads_the_copy_alone()
    {
        var (id, draft, kept) = await WithDraft();
        using var mediator = await platform.As(Mediator);
        var nothing = await (await mediator.Open($"/referrals/{draft}/documents")).Submit(form: "form[data-from-case]");
        Assert.NotNull(nothing.Document.QuerySelector(".error-summary a[href='#Input_CaseFileId']"));
        var page = await nothing.Submit([("Input.CaseFileId", kept.ToString())], "form[data-from-case]");
        Assert.Contains("La pièce est ajoutée.", page.Source, StringComparison.Ordinal);
        await counter.Do(Mediator, draft, version => new SendReferral(draft, version));

        using var agent = await platform.Api("agent.energie");
        var document = (await platform.Send(Mediator, new ReadReferral(draft))).Value.Documents.Single();
        var address = new Uri($"/api/v1/referrals/{draft}/documents/{document.Id}", UriKind.Relative);
        Assert.Equal(PdfWriter.OfPage(), await agent.GetByteArrayAsync(address));
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.GetAsync(new Uri($"/api/v1/cases/{id}/files/{kept}", UriKind.Relative))).StatusCode);

        // Two contents, two keys: either may go without the other.
        Assert.Equal("False|False", (await platform.Ask("select d.file_content_id = f.file_content_id, d.file_key = f.file_key from referrals.documents d, referrals.case_files f where d.id = $1 and f.id = $2", document.Id, kept)).Single());
        Assert.Null((await platform.Send(Mediator, new RemoveCaseFile(id, kept))).Refusal);
        Assert.Equal(PdfWriter.OfPage(), await agent.GetByteArrayAsync(address));
    }

    [Fact]
    public async Task It_answers_what_the_partner_asked_and_what_was_typed_stays_when_another_item_lacks_its_answer()
    {
        var (id, referral, kept) = await WithDraft();
        await counter.Do(Mediator, referral, version => new SendReferral(referral, version));
        await counter.Do("agent.energie", referral, version => new RequestInformation(referral, version, ["Le bail", "Le relevé"], null));
        using var mediator = await platform.As(Mediator);
        var form = await mediator.Open($"/referrals/{referral}/provide-information");
        var refused = await form.Submit([("Input.Items[0].CaseFileId", kept.ToString()), ("Input.Text", "Un mot à garder")]);
        Assert.Equal(["#Input_Items_1__Answer"], refused.Document.QuerySelectorAll(".error-summary a").Select(link => link.GetAttribute("href")));
        Assert.Contains("Un mot à garder", refused.Source, StringComparison.Ordinal);
        Assert.Contains("bail.pdf", refused.Document.QuerySelector("[data-attached]")!.TextContent, StringComparison.Ordinal);
        // What is there already is not offered again.
        Assert.Null(refused.Document.QuerySelector("[name='Input.Items[0].CaseFileId']"));
        Assert.Equal(HttpStatusCode.OK, (await refused.Submit([("Input.Items[1].Answer", "18 442")])).Status);

        using var agent = await platform.As("agent.energie");
        var page = await agent.Open($"/referrals/{referral}");
        Assert.Equal("bail.pdf", page.Document.QuerySelector(".answered a")!.TextContent);
        Assert.DoesNotContain(id.ToString(), page.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_under_the_same_rule_of_consent_as_any_file()
    {
        var id = await desk.OpenCase();
        var today = WorkingCalendar.DayOf(TimeProvider.System.GetUtcNow());
        await platform.Send(Mediator, new RecordConsent(id, ConsentKind.SpokenAgreement, [DemonstrationId.Of("partner:energie")], today, today.AddYears(1), [ConsentCategory.Identity, ConsentCategory.Contact, ConsentCategory.Situation]));
        var kept = (await platform.Send(Mediator, new AttachCaseFile(id, Upload.Of("bail.pdf")))).Value;
        var sent = await desk.Sent(id);
        Assert.Equal("consent-missing", (await platform.Send(Mediator, new AttachDocument(sent, null, Visibility.Shared, CaseFileId: kept))).Refusal!.Type);
        Assert.Null((await platform.Send(Mediator, new AttachDocument(sent, null, Visibility.OwnSide, CaseFileId: kept))).Refusal);
    }

    [Fact]
    public async Task Nobody_takes_a_file_of_another_case_and_a_partner_takes_none()
    {
        var (_, referral, kept) = await WithDraft();
        var (_, other, others) = await WithDraft();
        await counter.Do(Mediator, referral, version => new SendReferral(referral, version));
        foreach (var (person, file) in ((string, Guid)[])[(Mediator, others), ("agent.energie", kept)])
        {
            using var client = await platform.Api(person);
            using var parts = new MultipartFormDataContent { { new StringContent(file.ToString()), "caseFileId" } };
            using var answer = await client.PostAsync(new Uri($"/api/v1/referrals/{referral}/documents", UriKind.Relative), parts);
            Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty("caseFileId", out _));
        }
        using var agent = await platform.As("agent.energie");
        var page = await agent.Open($"/referrals/{referral}/documents");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Null(page.Document.QuerySelector("form[data-from-case]"));
        Assert.DoesNotContain("bail.pdf", page.Source, StringComparison.Ordinal);
        Assert.Equal(["0"], await platform.Ask("select count(*) from referrals.documents where referral_id = any($1)", new[] { referral, other }));
    }

    [Fact]
    public async Task What_waits_for_the_scanner_is_neither_offered_nor_copied()
    {
        var (_, draft, kept) = await WithDraft();
        await using (var superuser = await platform.Superuser.OpenConnectionAsync())
            await superuser.Execute("update referrals.case_files set file_state = 'Quarantined' where id = $1", kept);
        var refused = await platform.Send(Mediator, new AttachDocument(draft, null, Visibility.Shared, CaseFileId: kept));
        Assert.Equal(("CaseFileId", "CaseFile.Waiting"), (refused.Refusal!.Errors.Single().Field, refused.Refusal.Errors.Single().Message));
        using var mediator = await platform.As(Mediator);
        Assert.Null((await mediator.Open($"/referrals/{draft}/documents")).Document.QuerySelector("form[data-from-case]"));
    }

    private async Task<(Guid Case, Guid Draft, Guid Kept)> WithDraft()
    {
        var id = await desk.OpenCase();
        await desk.Consent(id, "energie");
        var kept = await platform.Send(Mediator, new AttachCaseFile(id, Upload.Of("bail.pdf")));
        Assert.Null(kept.Refusal);
        return (id, await desk.Draft(id), kept.Value);
    }
}
