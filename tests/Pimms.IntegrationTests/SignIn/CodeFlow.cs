using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Web;
using Microsoft.IdentityModel.Tokens;

namespace Pimms.IntegrationTests;

/// <summary>The code flow by hand, as the platform's own client: to ask the issuer what the platform never would.</summary>
internal sealed class CodeFlow(Platform platform) : IDisposable
{
    public const string Secret = "pimms-web-development";

    private readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(platform.Realm, "protocol/openid-connect/") };
    private readonly string verifier = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));

    public string Callback => new Uri(platform.Address, "/signin-oidc").ToString();

    public Dictionary<string, string?> Question => new()
    {
        ["client_id"] = "pimms-web",
        ["response_type"] = "code",
        ["scope"] = "openid",
        ["redirect_uri"] = Callback,
        ["nonce"] = "n",
        ["state"] = "s",
        ["login_hint"] = "agent.eau",
        ["code_challenge"] = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))),
        ["code_challenge_method"] = "S256",
    };

    public async Task<HttpResponseMessage> Ask(Dictionary<string, string?> question) =>
        await http.GetAsync(new Uri("auth?" + string.Join('&', question.Where(part => part.Value is not null).Select(part => $"{part.Key}={Uri.EscapeDataString(part.Value!)}")), UriKind.Relative));

    public async Task<string> Code()
    {
        using var answer = await Ask(Question);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return HttpUtility.ParseQueryString(answer.Headers.Location!.Query)["code"]!;
    }

    public Dictionary<string, string> Redeeming(string code) => new()
    {
        ["grant_type"] = "authorization_code",
        ["client_id"] = "pimms-web",
        ["client_secret"] = Secret,
        ["code"] = code,
        ["redirect_uri"] = Callback,
        ["code_verifier"] = verifier,
    };

    public static Dictionary<string, string> Password(string userName, string password = "dev", string client = "pimms-dev") => new()
    {
        ["grant_type"] = "password", ["client_id"] = client, ["username"] = userName, ["password"] = password, ["scope"] = "openid", ["client_secret"] = client == "pimms-web" ? Secret : "",
    };

    public async Task<(HttpStatusCode Status, JsonElement Body)> Token(Dictionary<string, string> form)
    {
        using var content = new FormUrlEncodedContent(form.Where(field => field.Value.Length > 0));
        using var answer = await http.PostAsync(new Uri("token", UriKind.Relative), content);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    public void Dispose() => http.Dispose();
}
