using System.Net;
using Pimms.Referrals;

namespace Pimms.IntegrationTests;

public sealed class CannedRepliesTests(Platform platform)
{
    private static readonly Guid Kept = DemonstrationId.Of("canned-reply:plan");
    private readonly Desk desk = new(platform);

    [Fact]
    public async Task Are_added_bettered_and_removed_by_anybody_of_the_unit()
    {
        using var agent = await platform.As("agent.energie");
        await (await agent.Open("/canned-replies/new")).Submit([("Input.Reply.Title", "Rendez-vous"), ("Input.Reply.Text", "Un conseiller appelle cette semaine.")]);
        using var colleague = await platform.As("agent2.energie");
        var list = await colleague.Open("/canned-replies");
        Assert.Contains("Un conseiller appelle cette semaine.", list.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var id = await platform.Ask("select id from referrals.canned_replies where title = 'Rendez-vous'");
        await (await colleague.Open($"/canned-replies/{id.Single()}/edit")).Submit([("Input.Reply.Text", "Un conseiller appelle sous deux jours.")]);
        Assert.Contains("sous deux jours", (await agent.Open("/canned-replies")).Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var left = await (await agent.Open($"/canned-replies/{id.Single()}/remove")).Submit();
        Assert.DoesNotContain("sous deux jours", left.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuse_what_lacks_words_or_has_a_title_twice_or_names_somebodys_number()
    {
        using var agent = await platform.As("agent.energie");
        var empty = await (await agent.Open("/canned-replies/new")).Submit([("Input.Reply.Title", ""), ("Input.Reply.Text", "")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        Assert.Equal(["#Input_Reply_Text", "#Input_Reply_Title"], empty.Document.QuerySelectorAll(".error-summary a").Select(link => link.GetAttribute("href")!).Order());

        var twice = await (await agent.Open("/canned-replies/new")).Submit([("Input.Reply.Title", "Étalement accordé"), ("Input.Reply.Text", "Encore un texte.")]);
        Assert.Equal("#Input_Reply_Title", twice.Document.QuerySelector(".error-summary a")!.GetAttribute("href"));
        Assert.Contains("Encore un texte.", twice.Document.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);

        var named = await (await agent.Open("/canned-replies/new")).Submit([("Input.Reply.Title", "Numéro"), ("Input.Reply.Text", "Son numéro : 2 55 08 14 168 025 38.")]);
        Assert.Equal("#Input_Reply_Text", named.Document.QuerySelector(".error-summary a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Tell_the_second_who_saves_that_it_was_changed_and_keep_what_was_typed()
    {
        using var first = await platform.As("agent.energie");
        using var second = await platform.As("agent2.energie");
        var open = await second.Open($"/canned-replies/{DemonstrationId.Of("canned-reply:facture")}/edit");
        await (await first.Open($"/canned-replies/{DemonstrationId.Of("canned-reply:facture")}/edit")).Submit([("Input.Reply.Text", "La facture entière, recto et verso.")]);
        var late = await open.Submit([("Input.Reply.Text", "La facture, merci.")]);
        Assert.Contains("La facture entière, recto et verso.", late.Document.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("La facture, merci.", late.Document.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/canned-replies", (await late.Submit()).Address.AbsolutePath);
    }

    [Fact]
    public async Task Are_put_below_what_is_written_and_all_else_stays_as_it_was_typed()
    {
        var its = await desk.OpenCase("Réponse", new(1964, 5, 6));
        await desk.Consent(its, "energie");
        var id = await desk.Sent(its);
        using var agent = await platform.As("agent.energie");
        var page = await (await agent.Open($"/referrals/{id}/answer")).Submit(
            [("Input.Outcome", "PaymentPlan"), ("Input.Text", "Bonjour."), ("Input.Amount", "abc"), ("reply", Kept.ToString())], button: "[formaction$='handler=Insert']");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.StartsWith("Bonjour.\n\nNous avons mis en place", page.Document.QuerySelector("[name='Input.Text']")!.TextContent.ReplaceLineEndings("\n").TrimStart('\n'), StringComparison.Ordinal);
        Assert.Equal("abc", page.Document.QuerySelector("[name='Input.Amount']")!.GetAttribute("value"));
        Assert.Equal("PaymentPlan", page.Document.QuerySelector("[name='Input.Outcome'] option[selected]")!.GetAttribute("value"));
        Assert.Empty(page.Document.QuerySelectorAll(".error-summary a"));

        var sent = await page.Submit([("Input.Amount", "120")]);
        Assert.Equal($"/referrals/{id}", sent.Address.AbsolutePath);
        Assert.Equal(ReferralState.Answered, (await desk.Read(id)).State);
    }

    [Fact]
    public async Task Of_another_unit_are_neither_shown_nor_inserted_nor_there_for_the_database()
    {
        using var stranger = await platform.As("agent.eau");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open($"/canned-replies/{Kept}/edit")).Status);
        Assert.DoesNotContain("Étalement accordé", (await stranger.Open("/canned-replies")).Document.DocumentElement.TextContent, StringComparison.Ordinal);
        foreach (var persona in (string[])["agent.eau", "mediator.valdegour", "admin"])
            Assert.Equal(["0"], await platform.Straight(await Personas.Of(platform.Services, persona), connection => connection.Rows("select count(*) from referrals.canned_replies")));
        var refused = await platform.Send("agent.eau", new AddCannedReply(DemonstrationId.Of("unit:energie-solidarite"), new("Intrus", "Texte")));
        Assert.Equal(RefusalTypes.Validation, refused.Refusal!.Type);
    }

    [Fact]
    public async Task Stay_with_the_unit_when_their_author_leaves_and_the_page_says_so_before()
    {
        using var manager = await platform.As("manager.energie");
        var page = await manager.Open($"/people/{DemonstrationId.Of("person:agent.energie")}/deactivate");
        Assert.Matches("[2-9] réponses types de sa main restent au service", page.Document.QuerySelector("main")!.TextContent);
    }
}
