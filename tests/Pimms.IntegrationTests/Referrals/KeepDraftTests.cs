using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Pimms.Referrals;

namespace Pimms.IntegrationTests;

/// <summary>What script does while one types: the same form, sent to an address that answers with the next version and the words to show.</summary>
public sealed class KeepDraftTests(Platform platform)
{
    private readonly Desk desk = new(platform);

    [Fact]
    public async Task Keeps_what_is_typed_and_says_when()
    {
        using var mediator = await platform.As("mediator.valdegour");
        var draft = await desk.Draft(await desk.OpenCase("Brouillon"), complete: false);
        var page = await mediator.Open($"/referrals/{draft}/write");
        var (status, told) = await Keep(mediator, page, ("Input.Answers.contractNumber", "60 0"));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Matches(@"^Enregistré\s: \d\d?\sh\s\d\d\.$", told.GetProperty("words").GetString());
        Assert.Equal(1, told.GetProperty("version").GetInt32());
        Assert.Equal("60 0", (await desk.Read(draft)).Request.Answers["contractNumber"]);
        Assert.Contains("Enregistré", (await mediator.Open($"/referrals/{draft}/write")).Document.QuerySelector("[data-autosave-status]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_again_is_no_change_even_when_the_answer_was_lost_on_the_way()
    {
        using var mediator = await platform.As("mediator.valdegour");
        var draft = await desk.Draft(await desk.OpenCase("Brouillon"), complete: false);
        var page = await mediator.Open($"/referrals/{draft}/write");
        await Keep(mediator, page, ("Input.Subject", "Une fois"));
        var (status, told) = await Keep(mediator, page, ("Input.Subject", "Une fois"));
        Assert.Equal((HttpStatusCode.OK, 1), (status, told.GetProperty("version").GetInt32()));
    }

    [Fact]
    public async Task The_second_of_two_windows_overwrites_nothing_and_is_told_so()
    {
        using var mediator = await platform.As("mediator.valdegour");
        var draft = await desk.Draft(await desk.OpenCase("Brouillon"), complete: false);
        var (one, other) = (await mediator.Open($"/referrals/{draft}/write"), await mediator.Open($"/referrals/{draft}/write"));
        await Keep(mediator, one, ("Input.Subject", "La première fenêtre"));
        var (status, told) = await Keep(mediator, other, ("Input.Subject", "La seconde"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, status);
        Assert.Contains("changé ailleurs", told.GetProperty("words").GetString(), StringComparison.Ordinal);
        Assert.Equal("La première fenêtre", (await desk.Read(draft)).Request.Subject);
    }

    [Fact]
    public async Task Nothing_is_kept_once_it_is_sent()
    {
        using var mediator = await platform.As("mediator.valdegour");
        var id = await desk.OpenCase("Brouillon");
        await desk.Consent(id, "energie");
        var draft = await desk.Draft(id);
        var page = await mediator.Open($"/referrals/{draft}/write");
        Assert.Null((await platform.Send("mediator.valdegour", new SendReferral(draft, 0))).Refusal);
        Assert.NotEqual(HttpStatusCode.OK, (await Keep(mediator, page, ("Input.Subject", "Trop tard"))).Status);
        Assert.Equal("Étalement de la dette", (await desk.Read(draft)).Request.Subject);
    }

    [Fact]
    public async Task A_new_referral_on_the_case_begins_with_what_it_knows()
    {
        using var mediator = await platform.As("mediator.valdegour");
        var id = await desk.OpenCase("Connu");
        await desk.Draft(id);
        var choice = await mediator.Open($"/cases/{id}/referrals/new");
        var procedure = DemonstrationId.Of("procedure:energie-contestation");
        var write = await choice.Submit(form: $"main form:has(button[value='{procedure}'])", button: $"button[value='{procedure}']");
        Assert.Equal("6004512887", write.Document.QuerySelector("[name='Input.Answers.contractNumber']")!.GetAttribute("value"));
        Assert.Contains("savait déjà", write.Text, StringComparison.Ordinal);
        Assert.Equal("", write.Document.QuerySelector("[name='Input.Subject']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Another_case_knows_nothing_of_it()
    {
        var draft = (await platform.Send("mediator.valdegour", new StartReferral(
            await desk.OpenCase("Inconnu"), DemonstrationId.Of("partner:energie"), null, DemonstrationId.Of("procedure:energie-contestation"), Prefilled: true))).Value;
        Assert.Empty((await desk.Read(draft)).Request.Answers);
    }

    [Fact]
    public async Task Does_not_exist_for_another_site()
    {
        using var stranger = await platform.As("mediator.pissevin");
        var foreign = await desk.Draft(await desk.OpenCase("Brouillon"));
        var own = new Desk(platform, "mediator.pissevin", "pissevin");
        var page = await stranger.Open($"/referrals/{await own.Draft(await own.OpenCase())}/write");
        Assert.Equal(HttpStatusCode.NotFound, (await Keep(stranger, page, ("Input.Subject", "Étranger"), $"/referrals/{foreign}/write?handler=Keep")).Status);
        Assert.Equal("Étalement de la dette", (await desk.Read(foreign)).Request.Subject);
    }

    private static async Task<(HttpStatusCode Status, JsonElement Told)> Keep(Visitor visitor, ShownPage page, (string Name, string Value) typed, string? at = null)
    {
        var form = (IHtmlFormElement)page.Document.QuerySelector("form[data-autosave]")!;
        var fields = FormData.Of(form, null).Where(field => field.Name != typed.Name).Append(typed).Select(field => new KeyValuePair<string, string>(field.Name, field.Value));
        using var answer = await visitor.Http.PostAsync(new Uri(at ?? form.GetAttribute("data-autosave")!, UriKind.Relative), new FormUrlEncodedContent(fields));
        var words = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, words.StartsWith('{') ? JsonSerializer.Deserialize<JsonElement>(words) : default);
    }
}
