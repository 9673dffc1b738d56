using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Pimms.IntegrationTests;

/// <summary>What an endpoint does not read is refused by name, on every endpoint there is.</summary>
public sealed class StrictRequestsTests(Platform platform)
{
    private static readonly string Case = $"/api/v1/cases/{Guid.NewGuid()}";
    private static readonly string Referral = $"/api/v1/referrals/{Guid.NewGuid()}";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_endpoint_refuses_an_unknown_parameter_and_an_unknown_field()
    {
        var tried = 0;
        foreach (var route in (await Route.All(platform.Services)).Where(route => route.IsApi))
        {
            using var api = await platform.Api(AllowedOn(route));
            var address = route.Fill(_ => Guid.NewGuid().ToString());
            Assert.Equal((route.ToString(), "unknown-parameter"), (route.ToString(), await Code(api, new(route.Method), address + "?unheardOf=1", null, "unheardOf")));
            tried++;
            if (route.Method is not ("POST" or "PUT"))
                continue;
            Assert.Equal((route.ToString(), "unknown-field"), (route.ToString(), await Code(api, new(route.Method), address, "{\"unheardOf\":1}", "unheardOf")));
        }
        Assert.True(tried > 60, $"{tried} endpoints");
    }

    public static TheoryData<string, string, string> WrongParameters => new()
    {
        { "referrals?state=3", "state", "unknown-value" },
        { "referrals?state=99", "state", "unknown-value" },
        { "referrals?state=Sent,Accepted", "state", "unknown-value" },
        { "referrals?state=Sent&state=sent", "state", "unknown-value" },
        { "referrals?State=Sent", "State", "unknown-parameter" },
        { "referrals?sort=nonsense", "sort", "unknown-value" },
        { "referrals?sort=due&sort=updated", "sort", "given-twice" },
        { "referrals?assignee=bogus", "assignee", "unknown-value" },
        { "referrals?due=27/11/2026", "due", "wrong-type" },
        { "referrals?unitId=1", "unitId", "wrong-type" },
        { "referrals?unitId=", "unitId", "wrong-type" },
        { "referrals?limit=0", "limit", "out-of-range" },
        { "referrals?limit=ten", "limit", "wrong-type" },
        { "referrals?cursor=garbage", "cursor", "unknown-cursor" },
        { "cases?cursor=garbage", "cursor", "unknown-cursor" },
        { "cases?mine=1", "mine", "wrong-type" },
        { "conventions?state=0", "state", "unknown-value" },
        { "conventions?cursor=2026-01-01_00000000-0000-0000-0000-000000000000", "cursor", "unknown-cursor" },
        { "conventions?limit=101", "limit", "out-of-range" },
        { "people?role=7", "role", "unknown-value" },
        { "people?side=both", "side", "unknown-value" },
        { "people?cursor=00000000-0000-0000-0000-000000000000", "cursor", "unknown-cursor" },
        { "partners?cursor=", "cursor", "unknown-cursor" },
        { "channels?partnerId=energie", "partnerId", "wrong-type" },
    };

    [Theory]
    [MemberData(nameof(WrongParameters))]
    public async Task Refuses_a_parameter_by_its_name(string address, string parameter, string code)
    {
        using var api = await platform.Api(address.StartsWith("conv", StringComparison.Ordinal) || address.StartsWith("people", StringComparison.Ordinal) ? "admin" : "mediator.valdegour");
        Assert.Equal(code, await Code(api, HttpMethod.Get, $"/api/v1/{address}", null, parameter));
    }

    public static TheoryData<string, string, string, string> WrongBodies => new()
    {
        { "answer", """{"outcome":"PaymentPlan","text":"x","nextStep":"y"}""", "nextStep", "unknown-field" },
        { "answer", """{"outcome":"PaymentPlan","text":"x","ammount":1}""", "ammount", "unknown-field" },
        { "answer", """{"outcome":"PaymentPlan","Text":"x"}""", "Text", "unknown-field" },
        { "answer", """{"outcome":2,"text":"x"}""", "outcome", "unknown-value" },
        { "answer", """{"outcome":"2","text":"x"}""", "outcome", "unknown-value" },
        { "answer", """{"outcome":"paymentplan","text":"x"}""", "outcome", "unknown-value" },
        { "answer", """{"outcome":"PaymentPlan, Refused","text":"x"}""", "outcome", "unknown-value" },
        { "answer", """{"outcome":"PaymentPlan","text":"x","amount":"412,80"}""", "amount", "wrong-type" },
        { "answer", """{"outcome":"PaymentPlan","text":"x","text":"y"}""", "text", "given-twice" },
        { "answer", """{"outcome":"PaymentPlan","text":["x"]}""", "text", "wrong-type" },
        { "request-information", """{"items":"Facture"}""", "items", "wrong-type" },
        { "provide-information", """{"items":[{"id":"1","answer":"x"}]}""", "items[0].id", "wrong-type" },
        { "provide-information", """{"items":[{"id":"00000000-0000-0000-0000-000000000000","reply":"x"}]}""", "items[0].reply", "unknown-field" },
        { "provide-information", """{"items":[null]}""", "items[0]", "not-null" },
        { "hold", """{"resumeOn":"2026-02-30"}""", "resumeOn", "wrong-type" },
        { "hold", """{"resumeOn":"2026-12-01T00:00:00Z"}""", "resumeOn", "wrong-type" },
        { "decline", """{"suggestedPartnerId":"energie"}""", "suggestedPartnerId", "wrong-type" },
        { "resume", """[]""", "", "wrong-type" },
    };

    [Theory]
    [MemberData(nameof(WrongBodies))]
    public async Task Refuses_a_field_at_its_path(string move, string body, string path, string code)
    {
        using var api = await platform.Api(move == "provide-information" ? "mediator.valdegour" : "agent.energie");
        if (path.Length > 0)
            Assert.Equal(code, await Code(api, HttpMethod.Post, $"{Referral}/{move}", body, path));
        else
            Assert.Equal(HttpStatusCode.BadRequest, (await Send(api, HttpMethod.Post, $"{Referral}/{move}", body)).Status);
    }

    [Fact]
    public async Task Names_all_that_is_wrong_at_once_and_where()
    {
        using var api = await platform.Api("admin");
        const string body = """
            {"version":3,"reference":null,"procedures":[{"procedureId":"00000000-0000-0000-0000-000000000000","answerWithinDay":2,"acknowledgeWithinDays":"2"}],
             "disclosedFields":[{"field":"FamilyName","when":"AtSending"},{"field":"phone","when":"Always"}],"renewal":{"month":1}}
            """;
        var (_, problem) = await Send(api, HttpMethod.Put, $"/api/v1/conventions/{Guid.NewGuid()}", body);
        var codes = problem.GetProperty("codes").EnumerateObject().Select(field => (field.Name, field.Value[0].GetString()));
        Assert.Equal(
            [("version", "unknown-field"), ("reference", "not-null"), ("procedures[0].answerWithinDay", "unknown-field"), ("procedures[0].acknowledgeWithinDays", "wrong-type"),
             ("disclosedFields[0].field", "unknown-value"), ("disclosedFields[1].when", "unknown-value"), ("renewal.month", "unknown-field")], codes);
        Assert.Equal(codes.Select(field => field.Name), problem.GetProperty("errors").EnumerateObject().Select(field => field.Name));
    }

    [Fact]
    public async Task A_part_of_a_form_that_nobody_reads_is_refused()
    {
        using var api = await platform.Api("mediator.valdegour");
        using var form = new MultipartFormDataContent { { new ByteArrayContent([1]), "file", "a.pdf" }, { new StringContent("Shared"), "visiblity" }, { new StringContent("1"), "visibility" } };
        using var answer = await api.PostAsync(new Uri($"{Referral}/documents", UriKind.Relative), form, Ct);
        var codes = (await answer.Problem()).GetProperty("codes");
        Assert.Equal(("unknown-field", "unknown-value"), (codes.GetProperty("visiblity")[0].GetString(), codes.GetProperty("visibility")[0].GetString()));
    }

    [Theory]
    [InlineData("""{"contractNumber":"6004512887","contractNumer":"1"}""", "answers.contractNumer", "unknown-field")]
    [InlineData("""{"contractNumber":{"value":"1"}}""", "answers.contractNumber", "wrong-type")]
    public async Task An_answer_that_the_form_does_not_ask_is_refused(string answers, string path, string code)
    {
        using var api = await platform.Api("mediator.valdegour");
        var its = await new Desk(platform).OpenCase();
        var body = $$"""{"partnerId":"{{DemonstrationId.Of("partner:energie")}}","procedureId":"{{DemonstrationId.Of("procedure:energie-etalement")}}","answers":{{answers}}}""";
        Assert.Equal(code, await Code(api, HttpMethod.Post, $"/api/v1/cases/{its}/referrals", body, path));
    }

    [Fact]
    public async Task A_move_is_spelt_as_among_the_allowed_ones()
    {
        var counter = new Counter(platform);
        var id = await counter.Sent();
        using var api = await platform.Api("mediator.valdegour");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/referrals/{id}/provide-information") { Content = JsonContent.Create(new { items = Array.Empty<object>(), text = "Voici." }) };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{(await counter.Read(id)).Revision}\"");
        using var refused = await api.SendAsync(request, Ct);
        Assert.Equal("provide-information", (await refused.Problem()).GetProperty("move").GetString());
    }

    private string AllowedOn(Route route) => platform.Services.GetRequiredService<PermissionTable>().RolesOf(route.Permission!) switch
    {
        var roles when roles.Contains(Role.Administrator) => "admin",
        var roles when roles.Contains(Role.Mediator) => "mediator.valdegour",
        var roles when roles.Contains(Role.PartnerAgent) => "agent.energie",
        _ => "manager.energie",
    };

    private static async Task<string?> Code(HttpClient api, HttpMethod method, string address, string? body, string field)
    {
        var (status, problem) = await Send(api, method, address, body);
        Assert.True(status == HttpStatusCode.BadRequest, $"{method} {address}: {status} {problem}");
        Assert.Equal("/problems/validation", problem.GetProperty("type").GetString());
        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out var errors), $"{method} {address}: {problem}");
        Assert.NotEmpty(errors[0].GetString()!);
        return problem.GetProperty("codes").GetProperty(field)[0].GetString();
    }

    private static async Task<(HttpStatusCode Status, JsonElement Problem)> Send(HttpClient api, HttpMethod method, string address, string? body)
    {
        using var request = new HttpRequestMessage(method, address) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        using var answer = await api.SendAsync(request, Ct);
        return (answer.StatusCode, await answer.Problem());
    }
}
