using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using Pimms.Kernel;

namespace Pimms.DevIdentity;

internal sealed class BackchannelLogout(
    HttpClient http, SigningKey key, KeycloakSettings settings, Clients clients, ILogger<BackchannelLogout> log)
{
    private const string LogoutEvent = "http://schemas.openid.net/event/backchannel-logout";

    public async Task Send(string subject, string sid, CancellationToken ct)
    {
        using var form = new FormUrlEncodedContent([new("logout_token", Token(subject, sid))]);
        try
        {
            using var answer = await http.PostAsync(new Uri(clients.BackchannelLogout), form, ct);
            if (!answer.IsSuccessStatusCode)
                log.LogWarning("Back-channel logout was answered {Status}", (int)answer.StatusCode);
        }
        catch (HttpRequestException failure)
        {
            log.LogWarning(failure, "Back-channel logout did not arrive");
        }
    }

    private string Token(string subject, string sid)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return key.Sign(new SecurityTokenDescriptor
        {
            TokenType = "logout+jwt",
            Issuer = settings.Realm,
            Audience = clients.Web,
            IssuedAt = now,
            Expires = now.AddMinutes(2),
            Claims = new Dictionary<string, object>
            {
                ["sub"] = subject,
                ["sid"] = sid,
                ["jti"] = Guid.NewGuid().ToString(),
                ["typ"] = "Logout",
                ["events"] = new Dictionary<string, object> { [LogoutEvent] = new Dictionary<string, object>() },
            },
        });
    }
}
