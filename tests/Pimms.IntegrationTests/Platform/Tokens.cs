using System.Net.Http.Json;
using System.Text.Json;

namespace Pimms.IntegrationTests;

/// <summary>Access tokens by the password grant.</summary>
internal static class Tokens
{
    public static async Task<string> ByPassword(HttpClient client, string userName)
    {
        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "password"), new("client_id", "pimms-dev"), new("username", userName), new("password", "dev"), new("scope", "openid"),
        ]);
        using var answer = await client.PostAsync(new Uri("/realms/pimms/protocol/openid-connect/token", UriKind.Relative), form);
        var token = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return answer.IsSuccessStatusCode ? token.GetProperty("access_token").GetString()! : throw new InvalidOperationException($"No token for {userName}: {token}");
    }
}
