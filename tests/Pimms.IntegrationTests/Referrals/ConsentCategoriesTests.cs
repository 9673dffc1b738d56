using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Pimms.Referrals;

namespace Pimms.IntegrationTests;

/// <summary>A consent says what a partner may know, how it was given and by whom; sending asks it.</summary>
public sealed class ConsentCategoriesTests(Platform platform)
{
    private static readonly string Energie = DemonstrationId.Of("partner:energie").ToString();
    private static DateOnly Today => WorkingCalendar.DayOf(TimeProvider.System.GetUtcNow());
    private readonly Desk desk = new(platform);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Refuses_to_send_what_the_convention_would_disclose_and_no_consent_covers()
    {
        using var mediator = await platform.As("mediator.valdegour");
        using var api = await platform.Api("mediator.valdegour");
        var id = await desk.OpenCase();
        await Give(id, "Identity", "Situation");
        var draft = await desk.Draft(id);

        var check = await mediator.Open($"/referrals/{draft}/check");
        Assert.Null(check.Document.QuerySelector("main form button"));
        Assert.Contains("ne couvre pas ses coordonnées", check.Text, StringComparison.Ordinal);
        using var refused = await Send(api, draft);
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Equal("/problems/consent-missing", problem.GetProperty("type").GetString());
        Assert.Equal(["Contact"], problem.GetProperty("categories").EnumerateArray().Select(category => category.GetString()));

        // The link knows what is missing; recording it leads back, and it goes.
        var link = check.Links.Single(address => address.Contains("category=Contact", StringComparison.Ordinal));
        var form = await mediator.Open(link);
        Assert.Contains("Énergie (Coordonnées)", form.Text, StringComparison.Ordinal);
        var back = await form.Submit([("Input.Kind", "SpokenAgreement"), ("Input.PartnerIds", Energie), ("Input.Categories", "Contact")]);
        Assert.Equal($"/referrals/{draft}/check", back.Address.AbsolutePath);
        await back.Submit();
        Assert.Equal(ReferralState.Sent, (await desk.Read(draft)).State);
    }

    [Fact]
    public async Task Refuses_to_share_a_file_that_no_consent_covers_and_takes_it_for_ones_own_side()
    {
        using var api = await platform.Api("mediator.valdegour");
        var id = await desk.OpenCase();
        await Give(id, "Identity", "Contact", "Situation");

        var draft = await desk.Draft(id);
        await Attach(api, draft, "Shared", HttpStatusCode.Created);
        using var refused = await Send(api, draft);
        Assert.Equal(["Documents"], (await refused.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("categories").EnumerateArray().Select(category => category.GetString()));

        var sent = await desk.Sent(id);
        await Attach(api, sent, "OwnSide", HttpStatusCode.Created);
        await Attach(api, sent, "Shared", HttpStatusCode.Conflict);
        await Give(id, "Documents");
        await Attach(api, sent, "Shared", HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_consent_to_files_that_is_withdrawn_takes_the_referral_with_files_back()
    {
        using var api = await platform.Api("mediator.valdegour");
        var id = await desk.OpenCase();
        await Give(id, "Identity", "Contact", "Situation");
        var files = (await Give(id, "Documents")).Value;
        var (with, without) = (await desk.Sent(id), await desk.Sent(id));
        await Attach(api, with, "Shared", HttpStatusCode.Created);

        Assert.Null((await platform.Send("mediator.valdegour", new WithdrawConsent(id, files))).Refusal);
        Assert.Equal((ReferralState.Withdrawn, ReferralState.Sent), ((await desk.Read(with)).State, (await desk.Read(without)).State));
    }

    [Fact]
    public async Task Covers_everything_when_a_program_says_nothing_of_categories()
    {
        using var api = await platform.Api("mediator.valdegour");
        using var made = await api.PostAsJsonAsync(Consents(await desk.OpenCase()), new { kind = "WrittenMandate", partnerIds = new[] { Energie }, givenOn = Today, validUntil = Today.AddYears(1) }, Ct);
        var consent = await made.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.Equal(["Identity", "Contact", "Situation", "Documents"], consent.GetProperty("categories").EnumerateArray().Select(category => category.GetString()));
        // The words that were signed can be told for ever.
        Assert.Equal((MandateTemplate.Version, 64), (consent.GetProperty("templateVersion").GetInt32(), consent.GetProperty("templateHash").GetString()!.Length));
    }

    [Fact]
    public async Task Asks_who_speaks_for_the_person_and_keeps_it()
    {
        using var mediator = await platform.As("mediator.valdegour");
        var id = await desk.OpenCase();
        var form = await mediator.Open($"/cases/{id}/consents/new?partner={Energie}");
        var refused = await form.Submit([("Input.Kind", "LegalRepresentative"), ("Input.PartnerIds", Energie), ("Input.Categories", "Identity"), ("Input.Evidence", "Jugement vu le 3")]);
        Assert.Equal(["#Input_RepresentativeName", "#Input_RepresentativeQuality"], refused.Document.QuerySelectorAll(".error-summary a").Select(link => link.GetAttribute("href")));
        Assert.Equal("Jugement vu le 3", refused.Document.QuerySelector("[name='Input.Evidence']")!.GetAttribute("value"));

        await refused.Submit([("Input.RepresentativeName", "Nadia Ferrer"), ("Input.RepresentativeQuality", "tutrice")]);
        var page = await mediator.Open($"/cases/{id}");
        Assert.Contains("Représentant : Nadia Ferrer, tutrice", page.Text, StringComparison.Ordinal);
        Assert.Contains("Jugement vu le 3", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_when_nothing_may_be_known()
    {
        using var api = await platform.Api("mediator.valdegour");
        using var made = await api.PostAsJsonAsync(Consents(await desk.OpenCase()), new { kind = "SpokenAgreement", partnerIds = new[] { Energie }, givenOn = Today, validUntil = Today, categories = Array.Empty<string>() }, Ct);
        Assert.True((await made.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("errors").TryGetProperty("categories", out _));
    }

    [Fact]
    public async Task Lists_what_ends_soon_until_it_is_renewed()
    {
        using var mediator = await platform.As("mediator.valdegour");
        using var stranger = await platform.As("mediator.pissevin");
        var id = await desk.OpenCase("Finissant");
        await platform.Send("mediator.valdegour", new RecordConsent(id, ConsentKind.SpokenAgreement, [Guid.Parse(Energie)], Today.AddDays(-300), Today.AddDays(12)));
        var listed = await mediator.Open("/consents");
        var renew = listed.Links.Single(link => link.StartsWith($"/cases/{id}/consents/new?renews=", StringComparison.Ordinal));
        Assert.DoesNotContain("Finissant", (await stranger.Open("/consents")).Source, StringComparison.Ordinal);

        var back = await (await mediator.Open(renew)).Submit(
        [
            ("Input.Kind", "SpokenAgreement"), ("Input.PartnerIds", Energie),
            ("Input.Categories", "Identity"), ("Input.Categories", "Contact"), ("Input.Categories", "Situation"), ("Input.Categories", "Documents"),
        ]);
        Assert.Equal("/consents", back.Address.AbsolutePath);
        Assert.DoesNotContain("Finissant", back.Text, StringComparison.Ordinal);
        var consents = (await platform.Send("mediator.valdegour", new ReadCase(id))).Value.Case.Consents;
        Assert.Equal(consents.Single(one => one.Renews is null).Id, consents.Single(one => one.Renews is not null).Renews);
    }

    [Fact]
    public async Task Lists_what_has_ended_only_while_referrals_run()
    {
        var (running, idle) = (await desk.OpenCase("Encours"), await desk.OpenCase("Oisif"));
        foreach (var id in new[] { running, idle })
            await platform.Send("mediator.valdegour", new RecordConsent(id, ConsentKind.SpokenAgreement, [Guid.Parse(Energie)], Today.AddDays(-300), Today));
        await desk.Sent(running);
        await using var superuser = await platform.Superuser.OpenConnectionAsync(Ct);
        await superuser.Execute("update referrals.consents set valid_until = $1 where case_id = any($2)", Today.AddDays(-3), new[] { running, idle });

        var found = (await platform.Send("mediator.valdegour", new ExpiringConsents())).Value;
        Assert.Equal(1, Assert.Single(found, one => one.CaseId == running).Running);
        Assert.DoesNotContain(found, one => one.CaseId == idle);
    }

    [Theory]
    [InlineData("fr", "Mandat de l’usager", "Du ")]
    [InlineData("en", "Permission to speak for you", "From ")]
    [InlineData("ar", "إذن للتحدث باسمكم", "من ")]
    [InlineData("tr", "Sizin adınıza konuşma izni", "tarihine kadar")]
    [InlineData("es", "Permiso para hablar en su nombre", "Del ")]
    public async Task Prints_the_mandate_in_french_and_in_the_persons_language(string language, string title, string term)
    {
        using var mediator = await platform.As("mediator.valdegour");
        var id = await desk.OpenCase("Mandant");
        var page = await mediator.Open($"/cases/{id}/mandate?partner={Energie}&category=Identity&category=Situation&until={Today.AddMonths(6):yyyy-MM-dd}&language={language}");
        var paper = page.Document.QuerySelector(".paper")!;
        Assert.All(["Mandat de l’usager", "Lina Mandant", "Énergie", "Valdegour", title, term], words => Assert.Contains(words, paper.TextContent, StringComparison.Ordinal));
        Assert.Equal(language == "fr" ? 1 : 2, paper.QuerySelectorAll("section[lang]").Length);
        Assert.Equal(language == "ar" ? "rtl" : "ltr", paper.QuerySelector($"section[lang={language}]")!.GetAttribute("dir"));
        Assert.DoesNotContain("[Mandate", paper.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("coordonnées", paper.TextContent, StringComparison.Ordinal);

        var record = await mediator.Open(page.Links.Single(link => link.Contains("kind=WrittenMandate", StringComparison.Ordinal)));
        Assert.Equal(["Identity", "Situation"], record.Document.QuerySelectorAll("[name='Input.Categories'][checked]").Select(box => box.GetAttribute("value")));
    }

    [Theory]
    [InlineData("mediator.pissevin", "mandate", HttpStatusCode.NotFound)]
    [InlineData("agent.energie", "mandate", HttpStatusCode.Forbidden)]
    public async Task A_mandate_does_not_exist_for_others(string persona, string page, HttpStatusCode status)
    {
        using var visitor = await platform.As(persona);
        Assert.Equal(status, (await visitor.Open($"/cases/{await desk.OpenCase()}/{page}")).Status);
    }

    private static Uri Consents(Guid caseId) => new($"/api/v1/cases/{caseId}/consents", UriKind.Relative);

    private Task<Result<Guid>> Give(Guid caseId, params string[] categories) => platform.Send("mediator.valdegour",
        new RecordConsent(caseId, ConsentKind.SpokenAgreement, [Guid.Parse(Energie)], Today, Today.AddYears(1), [.. categories.Select(Enum.Parse<ConsentCategory>)]));

    private static async Task Attach(HttpClient api, Guid referral, string visibility, HttpStatusCode expected)
    {
        using var parts = Upload.Parts("facture.pdf", visibility: visibility);
        using var answer = await api.PostAsync(new Uri($"/api/v1/referrals/{referral}/documents", UriKind.Relative), parts, Ct);
        Assert.Equal(expected, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> Send(HttpClient api, Guid draft)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/referrals/{draft}/send") { Content = JsonContent.Create(new { }) };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{(await desk.Read(draft)).Revision}\"");
        return await api.SendAsync(request, Ct);
    }
}
