using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.IdentityModel.JsonWebTokens;
using Pimms.DevIdentity;

namespace Pimms.IntegrationTests;

public sealed class IssuerTests(Platform platform) : IDisposable
{
    private readonly CodeFlow flow = new(platform);

    [Fact]
    public async Task Writes_access_and_id_tokens_as_Keycloak_does()
    {
        var (_, body) = await flow.Token(flow.Redeeming(await flow.Code()));
        var access = new JsonWebToken(body.GetProperty("access_token").GetString());
        var id = new JsonWebToken(body.GetProperty("id_token").GetString());

        Assert.Equal(("JWT", "RS256"), (access.Typ, access.Alg));
        Assert.Equal(["pimms-api"], access.Audiences);
        Assert.Equal("Bearer", access.GetPayloadValue<string>("typ"));
        Assert.Equal("pimms-web", access.GetPayloadValue<string>("azp"));
        Assert.Equal("agent.eau", access.GetPayloadValue<string>("preferred_username"));
        Assert.Equal(new Uri(platform.Address, "/realms/pimms").ToString(), access.Issuer);
        Assert.Equal(TimeSpan.FromMinutes(5), access.ValidTo - access.IssuedAt);
        Assert.Equal("""{"roles":["partner-agent"]}""", access.GetPayloadValue<System.Text.Json.JsonElement>("realm_access").GetRawText());
        Assert.NotEmpty(access.GetPayloadValue<string>("partner_id"));
        Assert.Equal(["pimms-web"], id.Audiences);
        Assert.Equal(access.GetPayloadValue<string>("sid"), id.GetPayloadValue<string>("sid"));
        Assert.False(id.TryGetPayloadValue<object>("realm_access", out _));
    }

    [Fact]
    public async Task Takes_a_code_once_and_ends_its_session_the_second_time()
    {
        var code = await flow.Code();
        var (first, body) = await flow.Token(flow.Redeeming(code));
        var (second, _) = await flow.Token(flow.Redeeming(code));
        var refresh = new Dictionary<string, string>
        {
            ["grant_type"] = "refresh_token", ["client_id"] = "pimms-web", ["client_secret"] = CodeFlow.Secret, ["refresh_token"] = body.GetProperty("refresh_token").GetString()!,
        };

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (first, second));
        Assert.Equal(HttpStatusCode.BadRequest, (await flow.Token(refresh)).Status);
    }

    [Theory]
    [InlineData("redirect_uri", "https://elsewhere.example/signin-oidc")]
    [InlineData("client_id", "pimms-dev")]
    [InlineData("code_challenge", null)]
    [InlineData("code_challenge_method", "plain")]
    public async Task Asks_nobody_to_sign_in_for_a_question_that_is_not_the_platforms(string part, string? value)
    {
        using var answer = await flow.Ask(new(flow.Question) { [part] = value });
        Assert.InRange((int)answer.StatusCode, 400, 401);
        Assert.Null(answer.Headers.Location);
    }

    [Theory]
    [InlineData("client_secret", "guessed")]
    [InlineData("code_verifier", "a-verifier-that-was-never-promised-to-the-issuer")]
    [InlineData("redirect_uri", "http://localhost/signin-oidc")]
    public async Task Gives_no_token_for_a_code_without_its_proof(string part, string value)
    {
        var (status, _) = await flow.Token(new(flow.Redeeming(await flow.Code())) { [part] = value });
        Assert.InRange((int)status, 400, 401);
    }

    [Fact]
    public async Task Takes_passwords_from_the_scripts_client_only()
    {
        Assert.Equal(HttpStatusCode.OK, (await flow.Token(CodeFlow.Password("agent.eau"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await flow.Token(CodeFlow.Password("agent.eau", "guessed"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await flow.Token(CodeFlow.Password("nobody"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await flow.Token(CodeFlow.Password("agent.eau", client: "pimms-web"))).Status);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public void Refuses_to_exist_outside_development(string environment)
    {
        var refused = Assert.Throws<InvalidOperationException>(() =>
            new ServiceCollection().AddDevIdentity(new HostingEnvironment { EnvironmentName = environment }, new ConfigurationBuilder().Build()));
        Assert.Contains(environment, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Keycloak:auth-server-url", "Keycloak:credentials:secret")]
    [InlineData("Keycloak:credentials:secret", "Keycloak:auth-server-url")]
    public void Names_what_the_platform_lacks_to_sign_in_with_Keycloak(string missing, string given)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(given, "https://id.example")]).Build();
        var refused = Assert.Throws<InvalidOperationException>(() => KeycloakSettings.Check(configuration, new HostingEnvironment { EnvironmentName = "Production" }));
        Assert.StartsWith(missing, refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => flow.Dispose();
}
