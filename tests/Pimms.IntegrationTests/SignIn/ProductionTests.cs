using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Pimms.DevIdentity;

namespace Pimms.IntegrationTests;

/// <summary>From an empty database to the first sign-in, in Production, with the real PostgreSQL, RabbitMQ and Keycloak: what <c>deploy/README.md</c> leads through.</summary>
public sealed class ProductionTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("pimms-production").FullName;
    private TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await TestDatabase.Create();

    [Fact]
    public async Task Names_everything_that_is_missing_and_refuses_to_start()
    {
        var (code, output) = await HostProcess.Run(database, [], ("ASPNETCORE_ENVIRONMENT", "Production"));
        Assert.NotEqual(0, code);
        foreach (var key in (string[])["Keycloak:auth-server-url", "Keycloak:credentials:secret", "Keycloak:admin:secret", "RabbitMq:Host", "Smtp:Host", "Smtp:PublicAddress", "DataProtection:Certificate:Path"])
            Assert.Contains(key, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leads_from_an_empty_database_to_the_first_administrator()
    {
        RealKeycloak.Needed();
        await RealKeycloak.Answers();
        using var mails = new FakeMailServer();
        using var keycloak = RealKeycloak.Server();
        var address = $"http://127.0.0.1:{FreePort()}";
        var realm = new DevelopmentRealm($"production-{Guid.NewGuid():N}"[..18], address, mails.Port);
        await keycloak.MakeRealm(realm.AsShipped(), CancellationToken.None);
        (string, string)[] environment =
        [
            ("ASPNETCORE_ENVIRONMENT", "Production"), ("ASPNETCORE_URLS", address),
            ("RabbitMq__Host", Environment.GetEnvironmentVariable("PIMMS_TEST_RABBITMQ")!),
            ("Keycloak__auth-server-url", keycloak.Address), ("Keycloak__realm", realm.Name), ("Keycloak__ssl-required", "none"),
            ("Keycloak__credentials__secret", DevelopmentRealm.WebSecret), ("Keycloak__admin__secret", DevelopmentRealm.AdminSecret),
            ("Smtp__Host", "127.0.0.1"), ("Smtp__Port", $"{mails.Port}"), ("Smtp__Security", "None"), ("Smtp__PublicAddress", address),
            ("DataProtection__Certificate__Path", Certificate()), ("DataProtection__Certificate__Password", "tests"),
        ];

        var (migrated, said) = await HostProcess.Run(database, ["migrate"], environment);
        Assert.True(migrated == 0, said);
        var (invited, answer) = await HostProcess.Run(database, ["invite-administrator", "direction@pimms.example", "Claire", "Première"], environment);
        Assert.True(invited == 0, answer);
        await using var host = HostProcess.Start(database, [], environment);
        await Ready(address, host);

        using var administrator = new Visitor(new Uri(address)) { Password = "une phrase bien longue" };
        var page = await administrator.Open((await mails.Next("direction@pimms.example")).Link());
        page = await administrator.Open(new Uri(page.Address, page.Document.QuerySelector("#kc-info-message a")!.GetAttribute("href")!).ToString());
        page = await KeycloakPages.Through(page, "direction@pimms.example", administrator.Password);
        await page.Submit([("password-new", administrator.Password), ("password-confirm", administrator.Password)], form: "#kc-passwd-update-form");
        // The code that set the telephone up is used: the realm as shipped takes each only once.
        await Task.Delay(TimeSpan.FromSeconds(31));
        await administrator.SignIn("direction@pimms.example");
        Assert.Contains("Claire Première", (await administrator.Open("/people")).Text, StringComparison.Ordinal);

        await using var rows = new Npgsql.NpgsqlConnection(database.SuperuserConnection);
        await rows.OpenAsync();
        var keys = await rows.Rows("select xml from platform.protection_keys");
        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Contains("EncryptedData", key, StringComparison.Ordinal));
        await keycloak.DropRealm(realm.Name, CancellationToken.None);
    }

    private static async Task Ready(string address, HostProcess host)
    {
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        for (var patience = 120; ; patience--)
        {
            Assert.True(patience > 0 && !host.HasExited, host.Output);
            try
            {
                using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (answer.StatusCode == HttpStatusCode.OK)
                    return;
            }
            catch (HttpRequestException)
            {
            }
            await Task.Delay(500);
        }
    }

    /// <summary>As the checklist has one made.</summary>
    private string Certificate()
    {
        using var key = RSA.Create(3072);
        var request = new CertificateRequest("CN=pimms-protection", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddYears(5));
        var path = Path.Combine(folder, "protection.pfx");
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pfx, "tests"));
        return path;
    }

    private static int FreePort()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        return ((IPEndPoint)taken.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
