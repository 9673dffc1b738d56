using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Pimms.DevIdentity;

/// <summary>A Keycloak of one's own, as its administrator: to make a realm in it, for development and tests. The product itself comes with a service account of few rights.</summary>
/// <param name="address">Its address, no slash at the end.</param>
/// <param name="password">Of its user <c>admin</c>.</param>
public sealed class KeycloakServer(string address, string password) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = new Uri(address + "/"), Timeout = TimeSpan.FromMinutes(1) };

    /// <summary>Its address, no slash at the end.</summary>
    public string Address => address;

    /// <summary>Makes a realm; one of that name stays as it is.</summary>
    public async Task MakeRealm(JsonObject realm, CancellationToken ct)
    {
        using var answer = await Ask(HttpMethod.Post, "admin/realms", realm, ct);
        if (answer.StatusCode != HttpStatusCode.Conflict)
            await Expect(answer, ct);
    }

    /// <summary>Forgets a realm and everybody in it.</summary>
    public async Task DropRealm(string name, CancellationToken ct)
    {
        using var answer = await Ask(HttpMethod.Delete, $"admin/realms/{name}", null, ct);
    }

    /// <summary>Asks the admin API; the answer, when it has one.</summary>
    /// <exception cref="HttpRequestException">It says no.</exception>
    public async Task<JsonNode?> Send(HttpMethod method, string path, JsonNode? body, CancellationToken ct)
    {
        using var answer = await Ask(method, $"admin/realms/{path}", body, ct);
        await Expect(answer, ct);
        var text = await answer.Content.ReadAsStringAsync(ct);
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }

    private async Task<HttpResponseMessage> Ask(HttpMethod method, string path, JsonNode? body, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await Token(ct));
        return await http.SendAsync(request, ct);
    }

    private async Task<string> Token(CancellationToken ct)
    {
        using var form = new FormUrlEncodedContent([new("grant_type", "password"), new("client_id", "admin-cli"), new("username", "admin"), new("password", password)]);
        using var answer = await http.PostAsync(new Uri("realms/master/protocol/openid-connect/token", UriKind.Relative), form, ct);
        await Expect(answer, ct);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(ct))!["access_token"]!.GetValue<string>();
    }

    private static async Task Expect(HttpResponseMessage answer, CancellationToken ct)
    {
        if (!answer.IsSuccessStatusCode)
            throw new HttpRequestException($"Keycloak answered {(int)answer.StatusCode} to {answer.RequestMessage!.RequestUri}: {await answer.Content.ReadAsStringAsync(ct)}");
    }

    public void Dispose() => http.Dispose();
}
