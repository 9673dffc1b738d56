using System.Text.Json.Nodes;
using Pimms.DevIdentity;
using Pimms.Users;

namespace Pimms.IntegrationTests;

/// <summary>The product's realm, as a real Keycloak imported it at its start from the file that associations get.</summary>
public sealed class RealmTests : IAsyncLifetime
{
    private KeycloakServer server = null!;

    public async ValueTask InitializeAsync()
    {
        RealKeycloak.Needed();
        await RealKeycloak.Answers();
        server = RealKeycloak.Server();
    }

    [Fact]
    public async Task Has_the_clients_of_the_platform_and_none_for_scripts()
    {
        var clients = (await Ask<JsonArray>("clients")).OfType<JsonObject>().Where(client => ((string)client["clientId"]!).StartsWith("pimms", StringComparison.Ordinal)).ToDictionary(client => (string)client["clientId"]!);
        Assert.Equal(["pimms-admin", "pimms-web"], clients.Keys.Order(StringComparer.Ordinal));
        Assert.All(clients.Values, client => Assert.False((bool)client["directAccessGrantsEnabled"]! || (bool)client["implicitFlowEnabled"]! || (bool)client["publicClient"]!));
        Assert.Equal(["http://localhost:5080/signin-oidc"], clients["pimms-web"]["redirectUris"]!.AsArray().Select(uri => (string)uri!));
        Assert.Equal("S256", (string?)clients["pimms-web"]["attributes"]!["pkce.code.challenge.method"]);
    }

    [Fact]
    public async Task Lets_the_platform_run_accounts_and_nothing_else()
    {
        var account = (JsonObject)(await Ask<JsonArray>("users?exact=true&username=service-account-pimms-admin"))[0]!;
        var management = (await Ask<JsonArray>("clients?clientId=realm-management"))[0]!["id"];
        var roles = await Ask<JsonArray>($"users/{account["id"]}/role-mappings/clients/{management}");
        Assert.Equal(["manage-users", "query-groups", "query-users", "view-users"], roles.Select(role => (string)role!["name"]!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Ends_sessions_after_half_an_hour_and_ten_hours_and_slows_guessing_down()
    {
        var realm = await Ask<JsonObject>("");
        Assert.Equal((1800, 36000, 300), ((int)realm["ssoSessionIdleTimeout"]!, (int)realm["ssoSessionMaxLifespan"]!, (int)realm["accessTokenLifespan"]!));
        Assert.True((bool)realm["bruteForceProtected"]!);
        Assert.False((bool)realm["otpPolicyCodeReusable"]!);
        Assert.False((bool)realm["registrationAllowed"]!);
        Assert.Contains("length(12)", (string?)realm["passwordPolicy"], StringComparison.Ordinal);
        Assert.Equal(("pimms", "fr", "pimms browser"), ((string?)realm["loginTheme"], (string?)realm["defaultLocale"], (string?)realm["browserFlow"]));
        Assert.True((bool)realm["webAuthnPolicyPasswordlessPasskeysEnabled"]!);
    }

    [Fact]
    public async Task Keeps_the_partner_from_those_it_is_of()
    {
        var attributes = (await Ask<JsonObject>("users/profile"))["attributes"]!.AsArray();
        var partner = attributes.Single(attribute => (string?)attribute!["name"] == "partner_id")!;
        Assert.Equal("""{"view":["admin"],"edit":["admin"]}""", partner["permissions"]!.ToJsonString());
    }

    [Fact]
    public async Task Knows_the_roles_that_the_platform_knows_and_no_other()
    {
        // What Keycloak itself brings along.
        string[] own = ["offline_access", "uma_authorization", "default-roles-pimms"];
        var realm = (await Ask<JsonArray>("roles")).Select(role => (string)role!["name"]!).Except(own);
        Assert.Equal(Enum.GetValues<Role>().Select(role => role.InRealm()[0]).Order(StringComparer.Ordinal), realm.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Gives_each_group_the_roles_that_the_platform_asks_of_its_people()
    {
        var given = new List<string>();
        foreach (var group in await Ask<JsonArray>("groups"))
        {
            var roles = await Ask<JsonArray>($"groups/{group!["id"]}/role-mappings/realm");
            given.Add($"{group["name"]}: {string.Join(", ", roles.Select(role => (string)role!["name"]!).Order(StringComparer.Ordinal))}");
        }
        var asked = Enum.GetValues<Role>().Select(role => $"{role.Group()}: {string.Join(", ", role.InRealm().Order(StringComparer.Ordinal))}");
        Assert.Equal(asked.Order(StringComparer.Ordinal), given.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Takes_the_fragment_of_ProConnect_which_gives_no_role_and_no_partner()
    {
        var realm = new DevelopmentRealm($"proconnect-{Guid.NewGuid():N}"[..18], "http://127.0.0.1:5080", 25);
        await server.MakeRealm(realm.AsShipped(), CancellationToken.None);
        try
        {
            await server.Send(HttpMethod.Post, $"{realm.Name}/authentication/flows/first%20broker%20login/copy", new JsonObject { ["newName"] = "pimms first proconnect sign-in" }, CancellationToken.None);
            var fragment = (await File.ReadAllTextAsync(Path.Combine(Sources.Root, "deploy", "keycloak", "proconnect.json")))
                .Replace("${PROCONNECT_HOST}", "proconnect.example", StringComparison.Ordinal).Replace("${PROCONNECT_CLIENT_ID}", "id", StringComparison.Ordinal).Replace("${PROCONNECT_CLIENT_SECRET}", "secret", StringComparison.Ordinal);
            await server.Send(HttpMethod.Post, $"{realm.Name}/partialImport", JsonNode.Parse(fragment), CancellationToken.None);

            var mappers = (JsonArray)(await server.Send(HttpMethod.Get, $"{realm.Name}/identity-provider/instances/proconnect/mappers", null, CancellationToken.None))!;
            Assert.Equal(["email", "firstName", "lastName"], mappers.Select(mapper => (string)mapper!["config"]!["user.attribute"]!).Order(StringComparer.Ordinal));
        }
        finally
        {
            await server.DropRealm(realm.Name, CancellationToken.None);
        }
    }

    private async Task<T> Ask<T>(string path) where T : JsonNode => (T)(await server.Send(HttpMethod.Get, $"pimms/{path}".TrimEnd('/'), null, CancellationToken.None))!;

    public ValueTask DisposeAsync()
    {
        server?.Dispose();
        return ValueTask.CompletedTask;
    }
}
