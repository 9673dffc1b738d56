using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Pimms.IntegrationTests;

public sealed class PartnersApiTests(Platform platform)
{
    private static readonly Uri Energie = new($"/api/v1/partners/{DemonstrationId.Of("partner:energie")}", UriKind.Relative);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("mediator.valdegour")]
    [InlineData("agent.energie")]
    public async Task Gives_a_partner_with_its_units_procedures_and_forms(string userName)
    {
        using var api = await platform.Api(userName);
        using var answer = await api.GetAsync(Energie, Ct);
        var partner = await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Equal($"\"{partner.GetProperty("version").GetString()}\"", answer.Headers.ETag!.Tag);

        var procedure = partner.GetProperty("units").EnumerateArray().SelectMany(unit => unit.GetProperty("procedures").EnumerateArray())
            .Single(procedure => procedure.GetProperty("id").GetGuid() == DemonstrationId.Of("procedure:energie-etalement"));
        var form = procedure.GetProperty("form");
        Assert.Equal(1, form.GetProperty("version").GetInt32());
        var field = form.GetProperty("fields")[0];
        Assert.Equal(("contractNumber", "Identifier", true, 0),
            (field.GetProperty("key").GetString(), field.GetProperty("type").GetString(), field.GetProperty("required").GetBoolean(), field.GetProperty("choices").GetArrayLength()));
    }

    [Fact]
    public async Task Lists_names_a_page_at_a_time_to_partners_too()
    {
        using var api = await platform.Api("agent.ville");
        var names = new List<string>();
        string? cursor = null;
        do
        {
            var page = await api.GetFromJsonAsync<JsonElement>(new Uri($"/api/v1/partners?limit=3{(cursor is null ? "" : $"&cursor={cursor}")}", UriKind.Relative), Ct);
            var items = page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString()!).ToList();
            Assert.InRange(items.Count, 1, 3);
            names.AddRange(items);
            cursor = page.GetProperty("nextCursor").GetString();
        }
        while (cursor is not null);
        Assert.Equal(["Département", "Eau", "Énergie", "État", "Métropole", "Région", "Transports", "Ville"], names.Where(name => !name.StartsWith("Essai", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("agent.ville", HttpStatusCode.NotFound)]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    public async Task Is_not_there_for_others(string? userName, HttpStatusCode status)
    {
        using var api = await platform.Api(userName);
        using var answer = await api.GetAsync(Energie, Ct);
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Refuses_a_limit_that_is_none()
    {
        using var api = await platform.Api("admin");
        using var answer = await api.GetAsync(new Uri("/api/v1/partners?limit=500", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("errors").TryGetProperty("limit", out _));
    }
}
