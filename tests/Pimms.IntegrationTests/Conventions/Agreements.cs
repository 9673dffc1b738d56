using System.Net.Http.Json;
using System.Text.Json;

namespace Pimms.IntegrationTests;

/// <summary>Conventions with partners of a test's own, made as a program of the association makes them.</summary>
internal sealed class Agreements(Platform platform, string administrator = "admin")
{
    public static DateOnly Today => WorkingCalendar.DayOf(TimeProvider.System.GetUtcNow());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A body that has everything; change what a test is about.</summary>
    public static Dictionary<string, object?> Body(Guid partner, Guid procedure) => new()
    {
        ["partnerId"] = partner,
        ["reference"] = "2027-014",
        ["title"] = "Convention d’essai",
        ["purpose"] = "Dire l’heure.",
        ["startsOn"] = Today.AddDays(-30),
        ["endsOn"] = Today.AddDays(300),
        ["renewal"] = null,
        ["communes"] = Array.Empty<string>(),
        ["procedures"] = new[] { Promise(procedure) },
        ["disclosedFields"] = new[] { new { field = "phone", when = "AtSending" }, new { field = "address", when = "AfterAcceptance" } },
        ["legalBasis"] = "Consentement",
        ["retentionMonths"] = 24,
        ["nirAllowed"] = false,
    };

    public static object Promise(Guid procedure, int? acknowledge = 2, int? answer = 10, int? cap = null) =>
        new { procedureId = procedure, acknowledgeWithinDays = acknowledge, answerWithinDays = answer, expiryDays = 30, monthlyCap = cap };

    public static object Signature => new { signedOn = Today.AddDays(-40), signatories = new[] { new { name = "Hélène Castan", capacity = "présidente" } } };

    public async Task<Kept> Draft(Guid? partner = null, Guid? procedure = null, Action<Dictionary<string, object?>>? change = null)
    {
        if (partner is null || procedure is null)
            (partner, _, procedure) = await platform.NewPartner();
        var body = Body(partner.Value, procedure.Value);
        change?.Invoke(body);
        using var api = await platform.Api(administrator);
        using var answer = await api.PostAsJsonAsync(new Uri("/api/v1/conventions", UriKind.Relative), body, Ct);
        return await Kept.From(this, answer, body);
    }

    public async Task<Kept> Active(Guid? partner = null, Guid? procedure = null, Action<Dictionary<string, object?>>? change = null) =>
        await (await Draft(partner, procedure, change)).Do("activate", Signature);

    /// <summary>One request, with the version that was seen.</summary>
    public async Task<HttpResponseMessage> Send(HttpMethod method, string path, object? body, string? version, string? userName = null)
    {
        using var api = await platform.Api(userName ?? administrator);
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = body is null ? null : JsonContent.Create(body) };
        if (version is not null)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        return await api.SendAsync(request, Ct);
    }
}

/// <summary>A convention as the API last gave it.</summary>
internal sealed record Kept(Agreements Agreements, JsonElement Json, Dictionary<string, object?> Body)
{
    public Guid Id => Json.GetProperty("id").GetGuid();

    public string Version => Json.GetProperty("version").GetString()!;

    public string? State => Text("state");

    public string? Text(string property) => Json.GetProperty(property).GetString();

    public IEnumerable<string> History => Json.GetProperty("history").EnumerateArray().Select(step => step.GetProperty("kind").GetString()!).Reverse();

    public static async Task<Kept> From(Agreements agreements, HttpResponseMessage answer, Dictionary<string, object?> body)
    {
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return answer.IsSuccessStatusCode ? new(agreements, json, body) : throw new InvalidOperationException($"{answer.StatusCode}: {json}");
    }

    public async Task<Kept> Do(string act, object? body = null, string? userName = null)
    {
        using var answer = await Try(act, body, userName);
        return await From(Agreements, answer, Body);
    }

    public Task<HttpResponseMessage> Try(string act, object? body = null, string? userName = null) =>
        Agreements.Send(act == "referents" ? HttpMethod.Put : HttpMethod.Post, $"/api/v1/conventions/{Id}/{act}", body ?? new { }, Version, userName);

    /// <summary>The same convention with something changed, as an amendment.</summary>
    public Dictionary<string, object?> Amendment(DateOnly effectiveOn, Action<Dictionary<string, object?>>? change = null)
    {
        var body = new Dictionary<string, object?>(Body) { ["effectiveOn"] = effectiveOn, ["reason"] = "Plus vite." };
        change?.Invoke(body);
        return body;
    }

    public async Task<Kept> Again()
    {
        using var answer = await Agreements.Send(HttpMethod.Get, $"/api/v1/conventions/{Id}", null, null);
        return await From(Agreements, answer, Body);
    }
}

internal static class ProblemReading
{
    public static async Task<JsonElement> Problem(this HttpResponseMessage answer) => JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());

    /// <summary>The fields at which it was refused.</summary>
    public static async Task<IEnumerable<string>> Fields(this HttpResponseMessage answer) => (await answer.Problem()).GetProperty("errors").EnumerateObject().Select(field => field.Name);
}
