using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Pimms.DevIdentity;

namespace Pimms.IntegrationTests;

/// <summary>The Keycloak that <c>tests/run</c> starts, and a realm in it for one platform: the product's, with the demonstration's people.</summary>
public sealed class RealKeycloak : IAsyncDisposable
{
    private const string Address = "PIMMS_TEST_KEYCLOAK";
    private readonly KeycloakServer server = Server();
    private readonly string name = $"pimms-{Guid.NewGuid():N}"[..14];

    /// <summary>Whether there is one; a test without it is skipped, and <c>tests/run</c> says so.</summary>
    public static bool Exists => Environment.GetEnvironmentVariable(Address) is { Length: > 0 };

    /// <summary>Keycloak's mails arrive here.</summary>
    public FakeMailServer Mails { get; } = new();

    public Uri Realm => new($"{server.Address}/realms/{name}/");

    /// <summary>What tells a host to sign in with it.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["Keycloak:auth-server-url"] = server.Address,
        ["Keycloak:realm"] = name,
        ["Keycloak:credentials:secret"] = DevelopmentRealm.WebSecret,
        ["Keycloak:admin:secret"] = DevelopmentRealm.AdminSecret,
    };

    /// <summary>As its owner.</summary>
    public static KeycloakServer Server() => new(Environment.GetEnvironmentVariable(Address)!, Environment.GetEnvironmentVariable("PIMMS_TEST_KEYCLOAK_PASSWORD")!);

    /// <summary>Skips the test where there is no Keycloak.</summary>
    public static void Needed() => Assert.SkipUnless(Exists, "No Keycloak: see host/setup/keycloak.sh.");

    /// <summary>Asks the admin API about this realm, as its owner may.</summary>
    public Task<JsonNode?> Admin(HttpMethod method, string path, JsonNode? body = null) => server.Send(method, $"{name}/{path}", body, CancellationToken.None);

    /// <summary>The account of this name.</summary>
    public async Task<JsonObject?> Account(string userName) =>
        ((JsonArray)(await Admin(HttpMethod.Get, $"users?exact=true&username={Uri.EscapeDataString(userName)}"))!).OfType<JsonObject>().SingleOrDefault();

    /// <summary>Ends all sessions of one person: what a deactivation in Keycloak does.</summary>
    public async Task EndSessions(string userName) => await Admin(HttpMethod.Post, $"users/{(await Account(userName))!["id"]}/logout");

    internal async Task MakeRealm(Platform platform)
    {
        await Answers();
        var people = await platform.Services.GetRequiredService<IPersonas>().All(CancellationToken.None);
        await server.MakeRealm(new DevelopmentRealm(name, platform.Address.GetLeftPart(UriPartial.Authority), Mails.Port).With(people), CancellationToken.None);
    }

    /// <summary>It is started while the tests are built, and may take a while longer.</summary>
    public static async Task Answers()
    {
        using var http = new HttpClient();
        for (var patience = 240; ; patience--)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri($"{Environment.GetEnvironmentVariable(Address)}/realms/master"));
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException) when (patience > 0)
            {
            }
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await server.DropRealm(name, CancellationToken.None);
        server.Dispose();
        Mails.Dispose();
    }
}
