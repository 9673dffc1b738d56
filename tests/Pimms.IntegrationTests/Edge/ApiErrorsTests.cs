using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Pimms.IntegrationTests;

/// <summary>Whatever goes wrong below <c>/api</c> is a problem with its type and the id of its request.</summary>
public sealed partial class ApiErrorsTests(Platform platform)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "/api/v1/nowhere", null, null, null, 404, "not-found")]
    [InlineData("GET", "/api/nowhere", null, null, null, 404, "not-found")]
    [InlineData("GET", "/api/v1/referrals/00000000-0000-0000-0000-000000000001", null, null, null, 404, "not-found")]
    [InlineData("PATCH", "/api/v1/cases", null, null, null, 405, "method-not-allowed")]
    [InlineData("GET", "/api/v1/cases", "text/html", null, null, 406, "not-acceptable")]
    [InlineData("POST", "/api/v1/cases", "image/png", "application/json", "{}", 406, "not-acceptable")]
    [InlineData("POST", "/api/v1/cases", null, "text/plain", "bonjour", 415, "unsupported-media-type")]
    [InlineData("POST", "/api/v1/cases", null, "application/json; charset=utf-16", "{}", 415, "unsupported-media-type")]
    [InlineData("POST", "/api/v1/cases", null, "application/json", "{ \"situation\": ", 400, "validation")]
    [InlineData("POST", "/api/v1/cases", null, "application/json", "", 400, "validation")]
    public async Task Is_a_problem(string method, string address, string? accept, string? type, string? body, int status, string problem)
    {
        using var program = await platform.Api("mediator.valdegour");
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (accept is not null)
            request.Headers.Accept.ParseAdd(accept);
        if (type is not null)
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body!)) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
        using var answer = await program.SendAsync(request, Ct);
        await IsProblem(answer, status, problem);
    }

    [Fact]
    public async Task Names_the_field_of_a_body_that_is_not_what_was_asked()
    {
        using var program = await platform.Api("mediator.valdegour");
        using var content = new StringContent("""{ "beneficiary": { "birthDate": "demain" } }""", Encoding.UTF8, "application/json");
        using var answer = await program.PostAsync(new Uri("/api/v1/cases", UriKind.Relative), content, Ct);
        Assert.NotNull((await IsProblem(answer, 400, "validation"))["errors"]!["beneficiary.birthDate"]);
    }

    [Fact]
    public async Task Is_a_problem_when_a_body_is_too_long()
    {
        using var program = await platform.Api("mediator.valdegour");
        using var answer = await program.PostAsJsonAsync("/api/v1/cases", new { situation = new string('a', 5_000_000) }, Ct);
        await IsProblem(answer, 413, "too-large");
    }

    [Fact]
    public async Task Is_a_problem_when_the_host_fails()
    {
        await using var broken = await Platform.Start(new());
        await broken.Ask("alter table conventions.conventions rename to elsewhere");
        using var program = await broken.Api("admin");
        using var answer = await program.GetAsync(new Uri("/api/v1/conventions", UriKind.Relative), Ct);
        var problem = await IsProblem(answer, 500, "internal-error");
        Assert.DoesNotContain("elsewhere", problem.ToString(), StringComparison.Ordinal);
        Assert.Contains(broken.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains("42P01", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_answer_has_an_id_of_its_own_whatever_the_caller_says()
    {
        using var program = await platform.Api("mediator.valdegour");
        program.DefaultRequestHeaders.Add("X-Request-Id", "chosen-by-the-caller");
        var ids = new List<string>();
        foreach (var address in (string[])["/api/v1/me", "/api/v1/me", "/api/v1/nowhere", "/", "/health/live", "/mark.svg", "/nowhere", "/referrals?q=%00", "/openapi/v1.json"])
        {
            using var answer = await program.GetAsync(new Uri(address, UriKind.Relative), Ct);
            ids.Add(answer.Headers.GetValues("X-Request-Id").Single());
        }
        Assert.All(ids, id => Assert.Matches(Id(), id));
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    private static async Task<JsonNode> IsProblem(HttpResponseMessage answer, int status, string type)
    {
        var body = await answer.Content.ReadAsStringAsync(Ct);
        Assert.True((int)answer.StatusCode == status, $"{(int)answer.StatusCode}: {body}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(body)!;
        Assert.Equal($"/problems/{type}", problem["type"]!.ToString());
        Assert.Equal(status, (int)problem["status"]!);
        Assert.Equal(answer.Headers.GetValues("X-Request-Id").Single(), problem["requestId"]!.ToString());
        Assert.False(string.IsNullOrWhiteSpace(problem["detail"]?.ToString() ?? problem["errors"]?.ToString()));
        return problem;
    }

    [GeneratedRegex("^[0-9a-f]{32}$")]
    private static partial Regex Id();
}
