using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Pimms.Users;

/// <summary>Keycloak's admin API of the realm, as the platform's service account.</summary>
internal sealed class KeycloakAdmin(HttpClient http, KeycloakSettings settings, KeycloakAdminToken token)
{
    /// <summary>What stands there; null when nothing does.</summary>
    public async Task<JsonNode?> Get(string path, CancellationToken ct)
    {
        using var answer = await Send(HttpMethod.Get, path, null, ct);
        return answer.StatusCode == HttpStatusCode.NotFound ? null : await (await Expect(answer, ct)).Content.ReadFromJsonAsync<JsonNode>(ct);
    }

    public Task Post(string path, JsonNode? body, CancellationToken ct) => Do(HttpMethod.Post, path, body, ct);

    public Task Put(string path, JsonNode? body, CancellationToken ct) => Do(HttpMethod.Put, path, body, ct);

    /// <summary>What is gone already is deleted.</summary>
    public Task Delete(string path, CancellationToken ct) => Do(HttpMethod.Delete, path, null, ct);

    private async Task Do(HttpMethod method, string path, JsonNode? body, CancellationToken ct)
    {
        using var answer = await Send(method, path, body, ct);
        if (method != HttpMethod.Delete || answer.StatusCode != HttpStatusCode.NotFound)
            await Expect(answer, ct);
    }

    private async Task<HttpResponseMessage> Send(HttpMethod method, string path, JsonNode? body, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, $"{settings.AdminAddress}/{path}");
        if (body is not null)
            request.Content = JsonContent.Create(body);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await token.Get(http, ct));
        var answer = await http.SendAsync(request, ct);
        // It may have ended before its time: a restart of Keycloak forgets it.
        if (answer.StatusCode == HttpStatusCode.Unauthorized)
            token.Forget();
        return answer;
    }

    private static async Task<HttpResponseMessage> Expect(HttpResponseMessage answer, CancellationToken ct) => answer.IsSuccessStatusCode
        ? answer
        : throw new HttpRequestException($"Keycloak answered {(int)answer.StatusCode} to {answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri!.AbsolutePath}: {await answer.Content.ReadAsStringAsync(ct)}");
}
