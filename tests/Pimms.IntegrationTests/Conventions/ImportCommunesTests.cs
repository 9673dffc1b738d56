using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Pimms.Conventions;

namespace Pimms.IntegrationTests;

/// <summary>On a platform of its own: the table of communes is everybody's.</summary>
public sealed class ImportCommunesTests(Platform platform) : IClassFixture<Platform>
{
    [Fact]
    public async Task Shows_what_will_change_and_changes_it_only_then()
    {
        await Read("#Code_commune_INSEE;Nom_de_la_commune;Code_postal\n34172;MONTPELLIER;34000\n30189;NIMES;30000\nXX;RIEN;00000\n");
        using var admin = await platform.As("admin");
        var review = await admin.Open("/communes/import");
        Assert.All(["1 commune nouvelle", "aucun nom changé", "1 ligne refusée", "Montpellier (34172)", "Ligne 4"], words => Assert.Contains(words, review.Text, StringComparison.Ordinal));
        Assert.Equal("350", await Count());

        var done = await review.Submit(button: "button[formaction$='=Apply']");
        Assert.Equal("/communes", done.Address.AbsolutePath);
        Assert.Equal("351", await Count());
        Assert.Equal("Nîmes", (await platform.Ask("select name from conventions.communes where code = '30189'")).Single());
        Assert.Contains("Montpellier", (await admin.Open("/communes?q=montp")).Text, StringComparison.Ordinal);
        await platform.Ask("delete from conventions.communes where code = '34172'");
    }

    [Fact]
    public async Task Forgets_a_file_that_is_dropped()
    {
        await Read("COM,LIBELLE\n34172,Montpellier\n");
        using var admin = await platform.As("admin");
        var page = await (await admin.Open("/communes/import")).Submit(button: "button[formaction$='=Discard']");
        Assert.Contains("rien n’a changé", page.Text, StringComparison.Ordinal);
        Assert.Equal("350", await Count());
        Assert.Equal("0", (await platform.Ask("select count(*) from conventions.commune_imports")).Single());
    }

    [Fact]
    public async Task Renames_a_commune_that_is_called_otherwise_now()
    {
        await Read("COM,LIBELLE\n30341,Vauvert-les-Bains\n");
        await platform.Send("admin", new ImportCommunes());
        Assert.Equal(("Vauvert-les-Bains", "vauvert les bains"), ((await platform.Ask("select name from conventions.communes where code = '30341'")).Single(), (await platform.Ask("select search_key from conventions.communes where code = '30341'")).Single()));
        await Read("COM,LIBELLE\n30341,Vauvert\n");
        await platform.Send("admin", new ImportCommunes());
    }

    [Theory]
    [InlineData("", "ImportCommunes.Empty")]
    [InlineData("nom;prénom\nA;B\n", "ImportCommunes.NotAList")]
    [InlineData("COM,LIBELLE\nXX,Rien\n", "ImportCommunes.NoCommune")]
    public async Task Refuses_what_is_no_list(string content, string message)
    {
        var refused = await platform.Send("admin", new ReadCommuneFile { File = File(content) });
        Assert.Equal(("File", message), (refused.Refusal!.Errors.Single().Field, refused.Refusal.Errors.Single().Message));
    }

    [Fact]
    public async Task Says_at_the_field_that_no_file_was_chosen()
    {
        using var admin = await platform.As("admin");
        var page = await (await admin.Open("/communes/import")).Submit(form: "form[enctype]");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("#Input_File", page.Document.QuerySelector(".error-summary a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Is_for_administrators_and_the_list_for_the_association()
    {
        using var mediator = await platform.As("mediator.valdegour");
        Assert.Equal(HttpStatusCode.Forbidden, (await mediator.Open("/communes/import")).Status);
        Assert.Equal(HttpStatusCode.OK, (await mediator.Open("/communes")).Status);
        Assert.Equal("[\"Nîmes (30189)\"]", System.Text.RegularExpressions.Regex.Unescape((await mediator.Open("/communes?handler=Suggestions&q=nim")).Source));
        using var agent = await platform.As("agent.energie");
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.Open("/communes")).Status);
    }

    private async Task<string> Count() => (await platform.Ask("select count(*) from conventions.communes")).Single();

    private async Task Read(string content) => Assert.Null((await platform.Send("admin", new ReadCommuneFile { File = File(content) })).Refusal);

    private static FormFile File(string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        return new FormFile(new MemoryStream(bytes), 0, bytes.Length, "Input.File", "communes.csv");
    }
}
