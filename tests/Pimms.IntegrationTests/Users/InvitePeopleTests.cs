using System.Net;

namespace Pimms.IntegrationTests;

/// <summary>On a platform of its own: more people come.</summary>
public sealed class InvitePeopleTests(Platform platform) : IClassFixture<Platform>
{
    private const string Heading = "Prénom;Nom;Adresse e-mail;Rôle;Sites ou services;Partenaire\n";

    [Fact]
    public async Task Shows_every_line_first_and_invites_them_all_together()
    {
        using var admin = await platform.As("admin");
        var review = await (await admin.Open("/people/invite/list")).Submit(
            [("Input.List", Heading + "Ana;Lopes;ana@pimms.example;Médiateur;Valdegour / Pissevin;\nTom;Riu;tom@pimms.example;Administrateur;;\n")]);
        Assert.Equal(HttpStatusCode.OK, review.Status);
        Assert.Equal(0, await Invited());
        Assert.Equal(2, review.Document.QuerySelectorAll("main tbody tr").Length);

        await review.Submit(form: "form:has([name=reviewed])");
        Assert.Equal(2, await Invited());
    }

    [Fact]
    public async Task Reads_words_as_people_write_them()
    {
        using var admin = await platform.As("admin");
        var review = await (await admin.Open("/people/invite/list")).Submit(
            [("Input.List", "\ufeffAna\u00a0;Lopes;ana.lopes@pimms.example;Médiatrice;Valdegour;\nZoé;Riu;zoe@pimms.example;Responsable\u00a0de\u202fsite;Pissevin;\n")]);
        Assert.NotNull(review.Document.QuerySelector("[name=reviewed]"));
        Assert.DoesNotContain('\ufeff', review.Document.QuerySelector("main tbody")!.TextContent);
    }

    [Fact]
    public async Task Leaves_nobody_out_without_a_word()
    {
        using var admin = await platform.As("admin");
        var list = string.Join('\n', Enumerable.Range(1, 203).Select(number => $"Ana;Lopes;ana{number}@pimms.example;Médiateur;Valdegour;"));
        var review = await (await admin.Open("/people/invite/list")).Submit([("Input.List", list)]);
        Assert.Null(review.Document.QuerySelector("[name=reviewed]"));
        Assert.Contains("200 personnes au plus", review.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_line_by_line_what_is_wrong_and_does_nothing_by_half()
    {
        using var manager = await platform.As("manager.energie");
        var before = await Invited();
        const string list = "Léo\tBrun\tleo@energie.example\tAgent partenaire\tService solidarité\nMia\tNoir\tmia\tAgent partenaire\tService solidarité\nIda\tVert\tida@energie.example\tAgent partenaire\tService inconnu\nUgo\tGris\tleo@energie.example\tAgent partenaire\tService solidarité";
        var review = await (await manager.Open("/people/invite/list")).Submit([("Input.List", list)]);
        var states = review.Document.QuerySelectorAll("main tbody tr").Select(row => row.QuerySelectorAll(".row-sub").Length > 0).ToList();
        Assert.Equal(4, states.Count);
        Assert.Equal([false, true, true, true], states);
        Assert.Null(review.Document.QuerySelector("[name=reviewed]"));
        Assert.Equal(list.ReplaceLineEndings("\n"), review.Document.QuerySelector("textarea")!.TextContent.ReplaceLineEndings("\n").Trim('\n'));

        var forced = await platform.Send("manager.energie", new Users.InvitePeople(list));
        Assert.Equal("List", Assert.Single(forced.Refusal!.Errors).Field);
        Assert.Equal(before, await Invited());
    }

    private async Task<long> Invited()
    {
        await using var database = await platform.Superuser.OpenConnectionAsync();
        return await database.Value<long>("select count(*) from users.people where subject is null");
    }
}
