using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Pimms.Users;

/// <summary>The service account's token, kept until shortly before it ends.</summary>
internal sealed class KeycloakAdminToken(KeycloakSettings settings)
{
    private (string Value, long Until) kept = ("", 0);

    public async Task<string> Get(HttpClient http, CancellationToken ct)
    {
        // The issuer's clock is the real one, whatever the platform's says.
        if (kept.Until > Environment.TickCount64)
            return kept.Value;
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", settings.AdminClient), new("client_secret", settings.AdminSecret)]);
        using var answer = await http.PostAsync(new Uri($"{settings.Realm}/protocol/openid-connect/token"), form, ct);
        answer.EnsureSuccessStatusCode();
        var token = (await answer.Content.ReadFromJsonAsync<JsonObject>(ct))!;
        kept = ((string)token["access_token"]!, Environment.TickCount64 + (((long)token["expires_in"]! - 30) * 1000));
        return kept.Value;
    }

    public void Forget() => kept = ("", 0);
}
