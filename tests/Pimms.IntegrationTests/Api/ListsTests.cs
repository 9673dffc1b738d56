using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Pimms.IntegrationTests;

/// <summary>Filters are exact, orders never filter, and a cursor belongs to both.</summary>
public sealed class ListsTests(Platform platform) : IClassFixture<Platform>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("agent.energie")]
    [InlineData("mediator.valdegour")]
    public async Task Several_states_are_each_of_them_and_no_other(string reader)
    {
        using var api = await platform.Api(reader);
        var all = await Rows(api, "referrals?limit=100");
        var two = all.Select(State).Distinct().Take(2).ToList();
        var both = await Rows(api, $"referrals?limit=100&state={two[0]}&state={two[1]}");
        Assert.Equal(two.Order(), both.Select(State).Distinct().Order());
        Assert.Equal(all.Count(row => two.Contains(State(row))), both.Count);
    }

    [Theory]
    [InlineData("unitId")]
    [InlineData("partnerId")]
    [InlineData("procedureId")]
    public async Task Several_ids_are_each_of_them(string parameter)
    {
        using var api = await platform.Api("mediator.valdegour");
        var all = await Rows(api, "referrals?limit=100");
        var two = all.Select(row => row.GetProperty(parameter).GetString()).Distinct().Take(2).ToList();
        var found = await Rows(api, $"referrals?limit=100&{parameter}={two[0]}&{parameter}={two[1]}");
        Assert.Equal(all.Count(row => two.Contains(row.GetProperty(parameter).GetString())), found.Count);
    }

    [Theory]
    [InlineData("due")]
    [InlineData("-due")]
    [InlineData("updated")]
    [InlineData("-updated")]
    public async Task An_order_shows_every_row_once_from_page_to_page(string sort)
    {
        using var api = await platform.Api("mediator.valdegour");
        var all = (await Rows(api, "referrals?limit=100")).Select(Id).Order().ToList();
        Assert.True(all.Count > 7);
        Assert.Equal(all, (await Turn(api, $"referrals?limit=3&sort={sort}")).Order());
        var other = sort.StartsWith('-') ? sort[1..] : $"-{sort}";
        Assert.Equal(await Turn(api, $"referrals?limit=100&sort={sort}"), Enumerable.Reverse(await Turn(api, $"referrals?limit=100&sort={other}")));
    }

    [Theory]
    [InlineData("referrals?limit=2&sort=due", "referrals?limit=2&sort=-due")]
    [InlineData("referrals?limit=2&sort=due", "referrals?limit=2&sort=updated")]
    [InlineData("referrals?limit=2&sort=updated", "referrals?limit=2")]
    [InlineData("referrals?limit=2", "referrals?limit=2&state=Sent")]
    [InlineData("referrals?limit=2&q=a", "referrals?limit=2&q=e")]
    [InlineData("referrals?limit=2", "cases?limit=2")]
    [InlineData("cases?limit=1", "cases?limit=1&mine=true")]
    [InlineData("cases?limit=1", "referrals?limit=1")]
    public async Task A_cursor_belongs_to_its_filter_and_order(string given, string asked)
    {
        using var api = await platform.Api("mediator.valdegour");
        var cursor = (await api.GetFromJsonAsync<JsonElement>($"/api/v1/{given}", Ct)).GetProperty("nextCursor").GetString()!;
        Assert.Equal(HttpStatusCode.BadRequest, (await api.GetAsync($"/api/v1/{asked}&cursor={cursor}", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync($"/api/v1/{given.Replace("limit=2", "limit=5", StringComparison.Ordinal)}&cursor={cursor}", Ct)).StatusCode);
    }

    [Theory]
    [InlineData("mediator.valdegour", "referrals?limit=2")]
    [InlineData("mediator.valdegour", "cases?limit=2")]
    [InlineData("admin", "conventions?limit=2")]
    [InlineData("admin", "people?limit=2")]
    [InlineData("admin", "partners?limit=2")]
    public async Task A_cursor_changed_by_a_character_is_none(string reader, string list)
    {
        using var api = await platform.Api(reader);
        var cursor = (await api.GetFromJsonAsync<JsonElement>($"/api/v1/{list}", Ct)).GetProperty("nextCursor").GetString()!;
        for (var at = 0; at < cursor.Length; at++)
        {
            var changed = cursor[..at] + (cursor[at] == 'A' ? 'B' : 'A') + cursor[(at + 1)..];
            using var answer = await api.GetAsync($"/api/v1/{list}&cursor={changed}", Ct);
            Assert.Equal((changed, HttpStatusCode.BadRequest), (changed, answer.StatusCode));
            Assert.Equal(["cursor"], await answer.Fields());
        }
    }

    private static string Id(JsonElement row) => row.GetProperty("id").GetString()!;

    private static string State(JsonElement row) => row.GetProperty("state").GetString()!;

    private static async Task<List<JsonElement>> Rows(HttpClient api, string list) => [.. (await api.GetFromJsonAsync<JsonElement>($"/api/v1/{list}", Ct)).GetProperty("items").EnumerateArray()];

    private static async Task<List<string>> Turn(HttpClient api, string list)
    {
        var found = new List<string>();
        for (var cursor = ""; ;)
        {
            var page = await api.GetFromJsonAsync<JsonElement>($"/api/v1/{list}{cursor}", Ct);
            found.AddRange(page.GetProperty("items").EnumerateArray().Select(Id));
            if (page.GetProperty("nextCursor").GetString() is not { } next)
                return found;
            cursor = $"&cursor={next}";
        }
    }
}
