using System.Net.Http.Json;
using System.Text.Json;

namespace Pimms.IntegrationTests;

/// <summary>Access tokens by the password grant.</summary>
internal static class Tokens
{
    /// <param name="client">Its address is the platform's.</param>
    /// <param name="realm">The issuer's realm; the development issuer's when left out.</param>
    public static async Task<string> ByPassword(HttpClient client, string userName, Uri? realm = null)
    {
        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "password"), new("client_id", "pimms-dev"), new("username", userName), new("password", "dev"), new("scope", "openid"),
        ]);
        using var answer = await client.PostAsync(new Uri(realm ?? new Uri(client.BaseAddress!, "/realms/pimms/"), "protocol/openid-connect/token"), form);
        var token = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return answer.IsSuccessStatusCode ? token.GetProperty("access_token").GetString()! : throw new InvalidOperationException($"No token for {userName}: {token}");
    }
}
