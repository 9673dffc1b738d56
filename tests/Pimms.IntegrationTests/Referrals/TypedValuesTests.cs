using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Pimms.Referrals;

namespace Pimms.IntegrationTests;

/// <summary>What is typed on a page, kept as a draft, given to programs and given back by them is the same value, and the partner reads that one.</summary>
public sealed class TypedValuesTests(Platform platform)
{
    private readonly Desk desk = new(platform);

    [Theory]
    [InlineData("412,80", 412.80)]
    [InlineData("412,8", 412.80)]
    [InlineData("412.8", 412.80)]
    [InlineData("1 234,56", 1234.56)]
    [InlineData("1\u202f234,56\u00a0€", 1234.56)]
    public async Task An_amount_typed_in_a_draft_is_the_same_for_programs_and_for_the_partner(string typed, decimal amount)
    {
        var id = await desk.OpenCase("Montant");
        await desk.Consent(id, "energie");
        var draft = await desk.Draft(id);
        using var mediator = await platform.As("mediator.valdegour");
        var page = await (await mediator.Open($"/referrals/{draft}/write")).Submit([("Input.Answers.amountDue", typed)], button: "button[value='false']");
        Assert.Equal(HttpStatusCode.OK, page.Status);

        using var program = await platform.Api("mediator.valdegour");
        for (var round = 0; round < 2; round++)
        {
            var read = await program.GetFromJsonAsync<JsonElement>($"/api/v1/referrals/{draft}");
            Assert.Equal(amount, read.GetProperty("answers").GetProperty("amountDue").GetDecimal());
            using var change = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/referrals/{draft}")
            {
                Content = JsonContent.Create(new { subject = "Étalement", expectedOutcome = "Plan sur 6 mois", urgency = "Normal", answers = read.GetProperty("answers") }),
            };
            change.Headers.TryAddWithoutValidation("If-Match", $"\"{read.GetProperty("version").GetString()}\"");
            using var changed = await program.SendAsync(change);
            Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        }

        Assert.Null((await platform.Send("mediator.valdegour", new SendReferral(draft, (uint)(await desk.Read(draft)).Revision))).Refusal);
        Assert.Equal(amount.ToString("0.00", CultureInfo.InvariantCulture), (await desk.Read(draft)).Request.Answers["amountDue"]);
        using var agent = await platform.As("agent.energie");
        Assert.Contains($"{amount.ToString("#,0.00", CultureInfo.GetCultureInfo("fr")).Replace('\u202f', ' ')} €", (await agent.Open($"/referrals/{draft}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.234")]
    [InlineData("1,234")]
    public async Task An_amount_that_could_be_two_is_refused_with_an_example(string typed)
    {
        var draft = await desk.Draft(await desk.OpenCase("Montant"));
        using var mediator = await platform.As("mediator.valdegour");
        var page = await (await mediator.Open($"/referrals/{draft}/write")).Submit([("Input.Answers.amountDue", typed)], button: "button[value='true']");
        Assert.Contains("par exemple 412,80", page.Document.QuerySelector("#Input_Answers_amountDue-error")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "02/04")]
    [InlineData("en", "02/04")]
    [InlineData("fr", "avril 1961")]
    [InlineData("en", "04/13/1961")]
    [InlineData("fr", "0026-04-02")]
    public async Task A_day_is_never_guessed(string language, string typed)
    {
        using var mediator = await platform.As("mediator.valdegour");
        SpeakOnly(mediator, language);
        var page = await Open(mediator, ("Input.Beneficiary.BirthDate", typed));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("27/11/2026", page.Document.QuerySelector("#Input_Beneficiary_BirthDate-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_stands_before_the_month_in_english_too()
    {
        using var mediator = await platform.As("mediator.valdegour");
        SpeakOnly(mediator, "en");
        var page = await Open(mediator, ("Input.Beneficiary.BirthDate", "02/04/1961"));
        Assert.Contains("2 April 1961", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1026-11-27")]
    [InlineData("9999-12-31")]
    [InlineData("2020-01-01")]
    public async Task A_deadline_far_away_is_a_slip_of_the_finger(string typed)
    {
        using var mediator = await platform.As("mediator.valdegour");
        var page = await Open(mediator, ("Input.HarmDate", typed));
        Assert.Contains("doit être entre", page.Document.QuerySelector("#Input_HarmDate-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_past_deadline_is_asked_about()
    {
        using var mediator = await platform.As("mediator.valdegour");
        var past = Days.Kept(WorkingCalendar.DayOf(TimeProvider.System.GetUtcNow()).AddDays(-3));
        var asked = await Open(mediator, ("Input.HarmDate", past));
        Assert.Contains("déjà passée", asked.Document.QuerySelector("#Input_HarmDate-error")!.TextContent, StringComparison.Ordinal);
        var opened = await asked.Submit([("Input.HarmDateConfirmed", "true")]);
        Assert.Equal(HttpStatusCode.OK, opened.Status);
        var edit = await mediator.Open($"{opened.Address.AbsolutePath}/edit");
        Assert.Equal(HttpStatusCode.OK, (await edit.Submit()).Status);
    }

    [Fact]
    public async Task Many_lines_that_fit_the_page_fit_the_server()
    {
        using var mediator = await platform.As("mediator.valdegour");
        var situation = string.Join("\r\n", Enumerable.Repeat("123456789", 400));
        var page = await Open(mediator, ("Input.Situation", situation));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.StartsWith("/cases/", page.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.NotEqual("/cases/new", page.Address.AbsolutePath);
    }

    private static void SpeakOnly(Visitor visitor, string language)
    {
        visitor.Http.DefaultRequestHeaders.AcceptLanguage.Clear();
        visitor.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
    }

    private static async Task<ShownPage> Open(Visitor mediator, params (string Name, string Value)[] typed)
    {
        (string Name, string Value)[] whole = [("Input.Beneficiary.FamilyName", "Valeurs"), ("Input.Beneficiary.GivenName", "Lina"), ("Input.Situation", "Facture impayée.")];
        return await (await mediator.Open("/cases/new")).Submit([.. whole.Where(field => typed.All(other => other.Name != field.Name)), .. typed]);
    }
}
