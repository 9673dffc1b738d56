using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;

namespace Pimms.IntegrationTests;

/// <summary>What no text may hold, sent by every way there is into every page, address and field: refused with its field, never stored, never a fault.</summary>
public sealed class UnfitTextTests(House house) : IClassFixture<House>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("q=%00", "q")]
    [InlineData("anything=a%1Bb", "anything")]
    [InlineData("cursor=%ED%A0%80", "cursor")]
    [InlineData("state=%FF", "state")]
    [InlineData("na%00me=1", "name")]
    [InlineData("q=%EF%BF%BF", "q")]
    public async Task In_the_query_of_every_address(string query, string field)
    {
        var wrong = new List<string>();
        foreach (var route in house.Routes.Where(route => route.Method == "GET" && !route.Template.StartsWith("/realms", StringComparison.Ordinal)))
        {
            using var answer = await (await house.Client(route)).GetAsync(new Uri($"{house.AddressOf(route)}?{query}", UriKind.Relative), Ct);
            if (answer.StatusCode != HttpStatusCode.BadRequest)
                wrong.Add($"{route}: {(int)answer.StatusCode}");
            else if (route.IsApi)
                Note(wrong, route, await answer.Content.ReadAsStringAsync(Ct), field);
        }
        House.Nothing(wrong);
    }

    [Theory]
    [InlineData("/referrals/%01")]
    [InlineData("/cases/%FF")]
    [InlineData("/api/v1/referrals/%ED%A0%80")]
    public async Task In_the_path(string address)
    {
        using var program = await house.Platform.Api("mediator.valdegour");
        using var answer = await program.GetAsync(new Uri(house.Platform.Address, address), Ct);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task In_a_header()
    {
        using var program = await house.Platform.Api("mediator.valdegour");
        program.DefaultRequestHeaders.TryAddWithoutValidation("Idempotency-Key", "a\u0007b");
        using var answer = await program.PostAsJsonAsync("/api/v1/cases", new { }, Ct);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("\"Idempotency-Key\":[", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_every_text_and_every_name_of_every_body()
    {
        var wrong = new List<string>();
        foreach (var route in house.Routes.Where(route => route.IsApi && route.Method is "POST" or "PUT"))
        {
            if (Bodies.For(route) is not { } body || house.WhoMay(route) is null)
                continue;
            var whole = JsonSerializer.SerializeToNode(body, JsonSerializerOptions.Web)!;
            foreach (var path in Texts(whole, "").ToList())
                Note(wrong, route, await Send(route, With(whole, path, "a\0b")), path);
            whole["more\u0001"] = "x";
            Note(wrong, route, await Send(route, whole.ToJsonString()), "more");
        }
        House.Nothing(wrong);
    }

    [Fact]
    public async Task In_a_name_of_a_file_and_of_a_part()
    {
        var route = house.Routes.Single(route => route.Method == "POST" && route.Template == "/api/v1/cases/{id:guid}/files");
        foreach (var (name, file, field) in (ValueTuple<string, string, string>[])[("file", "fac\u0001ture.pdf", "file"), ("fi\u0002le", "facture.pdf", "file")])
        {
            using var parts = new MultipartFormDataContent { { new ByteArrayContent([1, 2, 3]), name, file } };
            using var answer = await (await house.Client(route)).PostAsync(new Uri(house.AddressOf(route), UriKind.Relative), parts, Ct);
            var wrong = new List<string>();
            Note(wrong, route, await answer.Content.ReadAsStringAsync(Ct), field);
            House.Nothing(wrong);
        }
    }

    [Fact]
    public async Task In_every_field_of_every_form_which_is_shown_again_with_what_was_typed()
    {
        var (wrong, forms) = (new List<string>(), 0);
        foreach (var route in house.Routes.Where(route => !route.IsApi && route.Method == "GET"))
        {
            if (house.WhoMay(route) is not { } visitor)
                continue;
            var page = await (await house.Browser(visitor)).Open(house.AddressOf(route));
            foreach (var form in page.Document.QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>().Where(form => form.QuerySelector("[formaction]") is null))
            {
                var fields = form.Elements.Where(field => field is IHtmlTextAreaElement or IHtmlInputElement { Type: "text" or "search" or "email" or "tel" }).Select(field => field.GetAttribute("name")).OfType<string>().Distinct().ToList();
                if (fields.Count == 0 || form.HasAttribute("enctype"))
                    continue;
                forms++;
                form.SetAttribute("data-tried", $"{forms}");
                var again = await page.Submit(fields.Select(field => (field, "Ce que\u0001 j’écris")), $"form[data-tried='{forms}']");
                if (again.Status != HttpStatusCode.BadRequest)
                    wrong.Add($"{route} {form.GetAttribute("action")}: {again.Status}");
                else if (!fields.All(field => IsShownAgain(again, field)))
                    wrong.Add($"{route} {form.GetAttribute("action")}: {string.Join(", ", fields.Where(field => !IsShownAgain(again, field)))} is not shown again: {again.Text}");
            }
        }
        Assert.InRange(forms, 20, int.MaxValue);
        House.Nothing(wrong);
    }

    private static bool IsShownAgain(ShownPage page, string field) =>
        page.Document.QuerySelector($"[name='{field}']") is { } control
        && (control is IHtmlTextAreaElement area ? area.Value : ((IHtmlInputElement)control).Value) == "Ce que j’écris"
        && page.Document.QuerySelector(".error-summary")?.TextContent.Contains("caractère invisible", StringComparison.Ordinal) == true;

    private async Task<string> Send(Route route, string body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(route.Method), house.AddressOf(route)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("If-Match", "\"0\"");
        using var answer = await (await house.Client(route)).SendAsync(request, Ct);
        return await answer.Content.ReadAsStringAsync(Ct);
    }

    private static void Note(List<string> wrong, Route route, string answer, string field)
    {
        var problem = JsonNode.Parse(answer);
        if (problem?["type"]?.ToString() != "/problems/validation" || problem["errors"]?[field] is null)
            wrong.Add($"{route} {field}: {answer}");
    }

    private static IEnumerable<string> Texts(JsonNode? node, string path) => node switch
    {
        JsonObject map => map.SelectMany(property => Texts(property.Value, path.Length == 0 ? property.Key : $"{path}.{property.Key}")),
        JsonArray list => list.SelectMany((item, index) => Texts(item, $"{path}[{index}]")),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [path],
        _ => [],
    };

    private static string With(JsonNode whole, string path, string text)
    {
        var copy = whole.DeepClone();
        foreach (var node in Walk(copy, ""))
        {
            if (node.Path == path)
                node.Value.ReplaceWith(text);
        }
        return copy.ToJsonString();
    }

    private static List<(string Path, JsonNode Value)> Walk(JsonNode? node, string path) => node switch
    {
        JsonObject map => [.. map.SelectMany(property => Walk(property.Value, path.Length == 0 ? property.Key : $"{path}.{property.Key}"))],
        JsonArray list => [.. list.SelectMany((item, index) => Walk(item, $"{path}[{index}]"))],
        { } value => [(path, value)],
        null => [],
    };
}
