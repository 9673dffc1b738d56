using System.Net;
using Pimms.Partners;
using Pimms.Partners.Contracts;

namespace Pimms.IntegrationTests;

public sealed class CatalogueTests(Platform platform)
{
    [Fact]
    public async Task A_procedure_of_the_catalogue_is_found_looked_at_and_added_to_a_unit()
    {
        var (_, unit, _) = await platform.NewPartner();
        using var admin = await platform.As("admin");
        var found = await admin.Open($"/units/{unit}/catalogue?Q=fuite");
        var preview = await admin.Open(Assert.Single(found.Links, link => link.Contains("/catalogue/", StringComparison.Ordinal)));
        Assert.Contains("Numéro d’abonné", preview.Text.Replace('\'', '’'), StringComparison.Ordinal);
        var builder = await preview.Submit([("Input.Title", "Fuite d’eau")]);
        Assert.EndsWith("/form", builder.Address.AbsolutePath, StringComparison.Ordinal);

        var added = (await platform.Send("admin", new ShowProcedure(Guid.Parse(builder.Address.Segments[2].Trim('/'))))).Value;
        Assert.Equal(("Fuite d’eau", 1), (added.Title, added.Form.Version));
        Assert.Equal(["Facture d’eau"], added.Form.RequiredDocuments);
        Assert.Contains(added.Form.Fields, field => field is { Type: FormFieldType.Section, When.Key: "leak" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await admin.Open(preview.Address.PathAndQuery)).Submit([("Input.Title", "Fuite d’eau")])).Status);
    }

    [Fact]
    public async Task What_nothing_answers_to_says_so_and_an_unknown_name_is_not_found()
    {
        var (_, unit, _) = await platform.NewPartner();
        using var admin = await platform.As("admin");
        Assert.Contains("Aucune démarche ne correspond", (await admin.Open($"/units/{unit}/catalogue?Q=zeppelin")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.Open($"/units/{unit}/catalogue/energy.zeppelin")).Status);
    }

    [Fact]
    public async Task A_form_is_exported_and_comes_into_another_procedure_without_script()
    {
        using var admin = await platform.As("admin");
        var (_, unit, procedure) = await platform.NewPartner();
        var original = (await platform.Send("admin", new AddFromCatalogue(unit, "autonomy.mdph", "Dossier"))).Value;
        using var file = await admin.Http.GetAsync(new Uri($"/procedures/{original}/form?handler=Export", UriKind.Relative));
        Assert.Equal("application/schema+json", file.Content.Headers.ContentType!.MediaType);

        var import = await admin.Open($"/procedures/{procedure}/form/import");
        var builder = await (await import.Submit([("Input.Json", await file.Content.ReadAsStringAsync())])).Submit();
        await builder.Submit(button: "[value=save]");
        var copied = (await platform.Send("admin", new ShowProcedure(procedure))).Value.Form;
        Assert.True(FormJson.Same((await platform.Send("admin", new ShowProcedure(original))).Value.Form.Fields, copied.Fields));
        Assert.Equal(2, copied.Version);
    }

    [Fact]
    public async Task A_bad_file_is_refused_with_the_place_and_stays_to_be_put_right()
    {
        using var admin = await platform.As("admin");
        var (_, _, procedure) = await platform.NewPartner();
        var page = await admin.Open($"/procedures/{procedure}/form/import");
        var wrong = """{ "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "T", "type": "object", "properties": { "a": { "title": "A", "type": "array" } } }""";
        var refused = await page.Submit([("Input.Json", wrong)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("/properties/a/type", refused.Text, StringComparison.Ordinal);
        Assert.Equal(wrong, refused.Document.QuerySelector("textarea")!.TextContent);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await page.Submit([("Input.Json", "")])).Status);
    }

    [Fact]
    public async Task Only_administrators_see_any_of_it()
    {
        var (_, unit, procedure) = await platform.NewPartner();
        using var mediator = await platform.As("mediator.valdegour");
        foreach (var address in (string[])[$"/units/{unit}/catalogue", $"/units/{unit}/catalogue/energy.payment-plan", $"/procedures/{procedure}/form/import", $"/procedures/{procedure}/form?handler=Export"])
            Assert.Equal(HttpStatusCode.Forbidden, (await mediator.Open(address)).Status);
    }
}
