using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Pimms.Referrals;
using Pimms.UnitTests;

namespace Pimms.IntegrationTests;

/// <summary>A document for what the partner asked: the page, without script.</summary>
public sealed class ProvideInformationTests(Platform platform)
{
    private const string Mediator = "mediator.valdegour";
    private readonly Counter counter = new(platform);

    [Fact]
    public async Task A_file_answers_an_item_on_both_sides_pages()
    {
        var referral = await counter.InformationRequested();
        using var mediator = await platform.As(Mediator);
        var done = await Send(mediator, await Form(mediator, referral), [("Input.Items[1].WhyNot", "Jamais reçue.")], ("Input.Items[0].File", "releve.pdf", null));
        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.Equal(ReferralState.Accepted, (await counter.Read(referral)).State);

        using var agent = await platform.As("agent.energie");
        var document = (await platform.Send(Mediator, new ReadReferral(referral))).Value.Documents.Single();
        foreach (var visitor in (Visitor[])[mediator, agent])
        {
            var page = await visitor.Open($"/referrals/{referral}");
            var items = page.Document.QuerySelectorAll(".answered");
            Assert.Equal($"/referrals/{referral}/documents/{document.Id}", items[0].QuerySelector("a")!.GetAttribute("href"));
            Assert.Contains("Ne peut pas être fourni : Jamais reçue.", Words(items[1]), StringComparison.Ordinal);
            Assert.Contains("Répond à : Le relevé", Words(page.Document.QuerySelector("#documents")!), StringComparison.Ordinal);
            Assert.Contains("Le relevé", page.Document.QuerySelectorAll(".timeline li").Select(Words).Single(line => line.Contains("Pièce ajoutée : releve.pdf", StringComparison.Ordinal)), StringComparison.Ordinal);
            using var file = await visitor.Http.GetAsync(new Uri($"/referrals/{referral}/documents/{document.Id}", UriKind.Relative));
            Assert.Equal(PdfWriter.OfPage(), await file.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task A_refused_file_is_said_at_its_item_what_was_typed_stays_and_what_was_taken_need_not_come_again()
    {
        var referral = await counter.InformationRequested();
        using var mediator = await platform.As(Mediator);
        var form = await Form(mediator, referral);
        var refused = await Send(mediator, form, [("Input.Items[1].Answer", "Un mot à garder"), ("Input.Text", "Et un autre")],
            ("Input.Items[0].File", "releve.pdf", null), ("Input.Items[1].File", "facture.exe", null));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("true", refused.Document.QuerySelector("#Input_Items_1__File")!.GetAttribute("aria-invalid"));
        Assert.Null(refused.Document.QuerySelector("#Input_Items_0__File")!.GetAttribute("aria-invalid"));
        var said = refused.Document.QuerySelector(".error-summary a[href='#Input_Items_1__File']")!.TextContent;
        Assert.All(["La facture de mars", "facture.exe", "Renommez"], words => Assert.Contains(words, said, StringComparison.Ordinal));
        Assert.All(["Un mot à garder", "Et un autre"], words => Assert.Contains(words, refused.Source, StringComparison.Ordinal));
        Assert.Contains("releve.pdf", refused.Document.QuerySelector("[data-attached]")!.TextContent, StringComparison.Ordinal);

        await Send(mediator, refused, []);
        var view = (await platform.Send(Mediator, new ReadReferral(referral))).Value;
        Assert.Equal((ReferralState.Accepted, "releve.pdf"), (view.Referral.State, view.Documents.Single().File.FileName));
        Assert.Equal([null, "Un mot à garder"], view.Referral.InformationItems.Select(item => item.Answer));
    }

    [Fact]
    public async Task A_file_that_came_is_kept_when_another_item_lacks_its_answer()
    {
        var referral = await counter.InformationRequested();
        using var mediator = await platform.As(Mediator);
        var refused = await Send(mediator, await Form(mediator, referral), [], ("Input.Items[1].File", "mars.pdf", null));
        Assert.Equal(["#Input_Items_0__Answer"], refused.Document.QuerySelectorAll(".error-summary a").Select(link => link.GetAttribute("href")));
        Assert.Equal(ReferralState.InformationRequested, (await counter.Read(referral)).State);

        // Sent once more under the key of the first time, as a browser does that lost the answer: neither refused anew nor doubled.
        Assert.Equal(HttpStatusCode.OK, (await Send(mediator, refused, [("Input.Items[0].Answer", "Le voici")], ("Input.Items[1].File", "mars.pdf", null))).Status);
        Assert.Equal("1", (await platform.Ask("select count(*) from referrals.documents where referral_id = $1", referral)).Single());
    }

    [Fact]
    public async Task The_same_sending_twice_is_answered_as_the_first()
    {
        var referral = await counter.InformationRequested();
        using var mediator = await platform.As(Mediator);
        var form = await Form(mediator, referral);
        var first = await Send(mediator, form, [], ("Input.Items[1].File", "mars.pdf", null));
        var again = await Send(mediator, form, [], ("Input.Items[1].File", "mars.pdf", null));
        Assert.Equal((first.Status, first.Text), (again.Status, again.Text));
        Assert.Equal("1", (await platform.Ask("select count(*) from referrals.documents where referral_id = $1", referral)).Single());
    }

    [Fact]
    public async Task Files_that_are_within_bounds_one_by_one_may_come_together_and_one_that_is_not_is_refused_at_its_field()
    {
        var referral = await counter.InformationRequested();
        using var mediator = await platform.As(Mediator);
        var photo = PictureWriter.Jpeg(16, 16, head: [.. PictureWriter.Jfif, .. Enumerable.Range(0, 110).SelectMany(_ => PictureWriter.Segment(0xFE, new byte[65_000]))]);
        var refused = await Send(mediator, await Form(mediator, referral), [("Input.Text", "Un mot à garder")],
            ("Input.Items[0].File", "recto.jpg", photo), ("Input.Items[0].File", "verso.jpg", [.. photo]), ("Input.Items[1].File", "gros.pdf", new byte[DocumentIntake.MostBytes + 1]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("trop lourd", refused.Document.QuerySelector("#Input_Items_1__File-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Un mot à garder", refused.Source, StringComparison.Ordinal);
        Assert.Equal(["recto.jpg", "verso.jpg"], refused.Document.QuerySelectorAll("[data-attached]")[0].QuerySelectorAll("a").Select(link => link.TextContent));
    }

    [Fact]
    public async Task Every_hostile_file_is_refused_here_too()
    {
        var referral = await counter.InformationRequested();
        using var mediator = await platform.As(Mediator);
        var form = await Form(mediator, referral);
        foreach (var file in HostileFiles.Seen.GroupBy(file => file.Label.Split(',')[0]).Select(kind => kind.First()))
        {
            form = await Send(mediator, form, [("Input.Items[1].Answer", "Un mot à garder")], ("Input.Items[0].File", file.Name, file.Content));
            Assert.True(form.Status == HttpStatusCode.UnprocessableEntity && form.Document.QuerySelector("#Input_Items_0__File-error") is not null, $"{file.Label}: {form.Status}");
        }
        Assert.Equal("0", (await platform.Ask("select count(*) from referrals.documents where referral_id = $1", referral)).Single());
    }

    [Fact]
    public async Task A_file_goes_only_where_the_person_agreed_that_files_may_go()
    {
        var desk = new Desk(platform);
        var id = await desk.OpenCase();
        var today = WorkingCalendar.DayOf(TimeProvider.System.GetUtcNow());
        Task<Result<Guid>> Agree(params ConsentCategory[] what) => platform.Send(Mediator, new RecordConsent(id, ConsentKind.SpokenAgreement, [DemonstrationId.Of("partner:energie")], today, today.AddYears(1), what));
        await Agree(ConsentCategory.Identity, ConsentCategory.Contact, ConsentCategory.Situation);
        var referral = await desk.Sent(id);
        await counter.Do("agent.energie", referral, version => new RequestInformation(referral, version, ["Le relevé"], null));

        using var mediator = await platform.As(Mediator);
        var form = await Form(mediator, referral);
        Assert.Contains(form.Links, link => link.StartsWith($"/cases/{id}/consents/new?partner=", StringComparison.Ordinal) && link.Contains("category=Documents", StringComparison.Ordinal));
        var refused = await Send(mediator, form, [("Input.Items[0].Answer", "Un mot à garder")], ("Input.Items[0].File", "releve.pdf", null));
        Assert.Contains("ne couvre pas ses documents", refused.Document.QuerySelector("#Input_Items_0__File-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(ReferralState.InformationRequested, (await counter.Read(referral)).State);
        await Agree(ConsentCategory.Documents);
        Assert.Equal(HttpStatusCode.OK, (await Send(mediator, refused, [], ("Input.Items[0].File", "releve.pdf", null))).Status);
    }

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Task<ShownPage> Form(Visitor visitor, Guid referral) => visitor.Open($"/referrals/{referral}/provide-information");

    /// <summary>As a browser sends the form: one sending, the files among its parts.</summary>
    private static async Task<ShownPage> Send(Visitor visitor, ShownPage page, (string Name, string Value)[] typed, params (string Control, string Name, byte[]? Content)[] files)
    {
        using var parts = new MultipartFormDataContent();
        foreach (var (control, name, content) in files)
            parts.Add(Upload.Parts(name, content, field: control).Single());
        foreach (var (control, value) in FormData.Of(page.Document.QuerySelector<IHtmlFormElement>("main form")!, null).Where(one => typed.All(given => given.Name != one.Name)).Concat(typed))
            parts.Add(new StringContent(value), control);
        using var request = new HttpRequestMessage(HttpMethod.Post, page.Address) { Content = parts };
        return await visitor.Send(request);
    }
}
