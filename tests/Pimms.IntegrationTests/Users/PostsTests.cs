using System.Net;
using Pimms.Referrals;
using Pimms.Users;

namespace Pimms.IntegrationTests;

public sealed class PostsTests(Platform platform)
{
    private static readonly Guid Valdegour = DemonstrationId.Of("site:valdegour");
    private static readonly PostHours Hours = new("Permanence Essai", "Maison de quartier", "30189", DayOfWeek.Monday, new(9, 0), new(11, 30));

    [Fact]
    public async Task An_administrator_adds_edits_and_closes_a_post()
    {
        using var admin = await platform.As("admin");
        var listed = await (await admin.Open($"/posts/new?site={Valdegour}")).Submit(
        [
            ("Input.Post.Name", "Permanence Courbessac"), ("Input.Post.Place", "Mairie annexe"), ("Input.Post.Commune", "30189"), ("Input.Post.Weekday", "Friday"), ("Input.Post.Opens", "09:30"), ("Input.Post.Closes", "12:00"),
        ]);
        Assert.Equal("/posts", listed.Address.AbsolutePath);
        Assert.Contains("vendredi, de 09:30 à 12:00", listed.Text, StringComparison.Ordinal);
        var post = listed.Document.QuerySelectorAll("a.row-title").Single(link => link.TextContent == "Permanence Courbessac").GetAttribute("href")!;

        var edited = await (await admin.Open(post)).Submit([("Input.Post.Closes", "13:00")]);
        Assert.Contains("vendredi, de 09:30 à 13:00", edited.Text, StringComparison.Ordinal);

        var closed = await (await admin.Open(post.Replace("/edit", "/close", StringComparison.Ordinal))).Submit();
        Assert.DoesNotContain("Courbessac", closed.Document.QuerySelector("main .card")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.Open(post)).Status);
    }

    [Fact]
    public async Task Refuses_at_the_fields_and_keeps_what_was_typed()
    {
        using var admin = await platform.As("admin");
        var page = await (await admin.Open("/posts/new")).Submit([("Input.Post.Place", "Mairie annexe"), ("Input.Post.Commune", "Nîmes"), ("Input.Post.Opens", "12:00"), ("Input.Post.Closes", "09:00")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        string[] wrong = ["#Input_SiteId", "#Input_Post_Name", "#Input_Post_Commune", "#Input_Post_Weekday", "#Input_Post_Closes"];
        Assert.Equal(wrong.Order(), page.Document.QuerySelectorAll(".error-summary a").Select(link => link.GetAttribute("href")!).Order());
        Assert.Equal("Mairie annexe", page.Document.QuerySelector("[name='Input.Post.Place']")!.GetAttribute("value"));
        Assert.Equal("12:00", page.Document.QuerySelector("[name='Input.Post.Opens']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Gives_back_what_changed_when_another_saved_meanwhile()
    {
        var post = await Add();
        using var admin = await platform.As("admin");
        var form = await admin.Open($"/posts/{post}/edit");
        await (await admin.Open($"/posts/{post}/edit")).Submit([("Input.Post.Place", "Bibliothèque")]);
        var page = await form.Submit([("Input.Post.Name", "Un nom à garder")]);
        Assert.Equal(HttpStatusCode.PreconditionFailed, page.Status);
        Assert.Contains("Bibliothèque", page.Document.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Un nom à garder", page.Document.QuerySelector("[name='Input.Post.Name']")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("mediator.valdegour")]
    [InlineData("lead.valdegour")]
    [InlineData("manager.energie")]
    public async Task Is_for_administrators(string persona)
    {
        using var visitor = await platform.As(persona);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Open("/posts")).Status);
        Assert.Equal(RefusalTypes.NotFound, (await platform.Send(persona, new ClosePost(DemonstrationId.Of("post:chemin-bas"), 0))).Refusal!.Type);
    }

    [Fact]
    public async Task A_case_is_opened_at_the_desk_or_at_a_post_of_its_site()
    {
        using var mediator = await platform.As("mediator.valdegour");
        var form = await mediator.Open("/cases/new");
        Assert.Equal("", form.Document.QuerySelector("[name='Input.PostId'][checked]")!.GetAttribute("value"));
        var page = await form.Submit(
        [
            ("Input.PostId", DemonstrationId.Of("post:chemin-bas").ToString()), ("Input.Beneficiary.FamilyName", "Quartier"), ("Input.Beneficiary.GivenName", "Lina"), ("Input.Situation", "Facture impayée."),
        ]);
        Assert.Contains("Permanence Chemin-Bas, Valdegour", page.Document.QuerySelector(".lede")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("post:mas-de-mingue")]
    [InlineData("post:nowhere")]
    public async Task A_case_is_not_opened_at_another_sites_post(string post)
    {
        var refused = await platform.Send("mediator.valdegour", new OpenCase(Valdegour, BeneficiaryInput.Unknown with { FamilyName = "A", GivenName = "B" }, "Situation", null, DemonstrationId.Of(post)));
        Assert.Equal("PostId", refused.Refusal!.Errors.Single().Field);
    }

    [Fact]
    public async Task No_case_is_opened_at_a_closed_post()
    {
        var post = await Add();
        Assert.Null((await platform.Send("admin", new ClosePost(post, (await platform.Send("admin", new PostToEdit(post))).Value.Version))).Refusal);
        var refused = await platform.Send("mediator.valdegour", new OpenCase(Valdegour, BeneficiaryInput.Unknown with { FamilyName = "A", GivenName = "B" }, "Situation", null, post));
        Assert.Equal("PostId", refused.Refusal!.Errors.Single().Field);
    }

    private async Task<Guid> Add() => (await platform.Send("admin", new AddPost(Valdegour, new()
    {
        Name = Hours.Name, Place = Hours.Place, Commune = Hours.Commune, Weekday = Hours.Weekday, Opens = Hours.Opens, Closes = Hours.Closes,
    }))).Value;
}
