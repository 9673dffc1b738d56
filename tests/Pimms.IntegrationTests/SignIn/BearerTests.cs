using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Pimms.IntegrationTests;

public sealed class BearerFromTheDevelopmentIssuer(Platform shared) : BearerTests(new DevelopmentIssuer(shared));

public sealed class BearerFromKeycloak(KeycloakIssuer issuer) : BearerTests(issuer);

/// <summary>With either issuer.</summary>
public abstract class BearerTests(Issuer issuer) : IssuerTest(issuer)
{
    private const string Me = "/api/v1/me";

    [Fact]
    public async Task Gets_access_tokens_for_the_api_and_id_tokens_for_the_pages()
    {
        using var flow = new CodeFlow(platform);
        var (_, body) = await flow.Token(CodeFlow.Password("agent.eau"));
        var access = new JsonWebToken(body.GetProperty("access_token").GetString());
        var id = new JsonWebToken(body.GetProperty("id_token").GetString());

        Assert.Equal(("JWT", "RS256", "Bearer"), (access.Typ, access.Alg, access.GetPayloadValue<string>("typ")));
        Assert.Equal(["pimms-api"], access.Audiences);
        Assert.Equal("agent.eau", access.GetPayloadValue<string>("preferred_username"));
        Assert.Equal(platform.Realm.ToString().TrimEnd('/'), access.Issuer);
        Assert.Equal(TimeSpan.FromMinutes(5), access.ValidTo - access.IssuedAt);
        Assert.Contains("partner-agent", access.GetPayloadValue<JsonElement>("realm_access").GetRawText(), StringComparison.Ordinal);
        Assert.Equal(DemonstrationId.Of("partner:eau").ToString(), access.GetPayloadValue<string>("partner_id"));
        Assert.Equal(DemonstrationId.Of("person:agent.eau").ToString(), access.Subject);
        Assert.Equal(access.GetPayloadValue<string>("sid"), id.GetPayloadValue<string>("sid"));
        Assert.False(id.TryGetPayloadValue<object>("realm_access", out _));
    }

    [Fact]
    public async Task Lets_a_program_in_with_an_access_token()
    {
        using var client = await platform.Api("agent.eau");
        using var answer = await client.GetAsync(new Uri(Me, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Answers_a_program_without_a_token_with_a_problem()
    {
        using var answer = await Call(null);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("/problems/unauthenticated", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString());
    }

    [Fact]
    public async Task Refuses_an_id_token()
    {
        using var flow = new CodeFlow(platform);
        var (_, body) = await flow.Token(CodeFlow.Password("agent.eau"));
        await Refuses(body.GetProperty("id_token").GetString());
    }

    [Fact]
    public async Task Refuses_a_token_that_was_changed_or_is_signed_by_nobody()
    {
        using var flow = new CodeFlow(platform);
        var (_, body) = await flow.Token(CodeFlow.Password("agent.eau"));
        var parts = body.GetProperty("access_token").GetString()!.Split('.');
        var raised = Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(parts[1]).Replace("partner-agent", "administrator", StringComparison.Ordinal));
        var unsigned = Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes("""{"alg":"none","typ":"JWT"}"""));

        await Refuses($"{parts[0]}.{raised}.{parts[2]}");
        await Refuses($"{unsigned}.{parts[1]}.");
        await Refuses("x.y.z");
    }

    [Fact]
    public async Task Refuses_a_browsers_cookie()
    {
        using var visitor = await platform.As("agent.eau");
        using var answer = await visitor.Http.GetAsync(new Uri(Me, UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Opens_no_page_to_a_token()
    {
        using var client = await platform.Api("agent.eau");
        using var answer = await client.GetAsync(new Uri("/", UriKind.Relative));
        Assert.Equal("/sign-in?returnUrl=%2F", answer.Headers.Location?.ToString());
    }

    private async Task Refuses(string? token)
    {
        using var answer = await Call(token);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Bearer error=\"invalid_token\"", answer.Headers.WwwAuthenticate.ToString());
    }

    private async Task<HttpResponseMessage> Call(string? token)
    {
        using var client = await platform.Api(null);
        if (token is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await client.GetAsync(new Uri(Me, UriKind.Relative));
    }
}
