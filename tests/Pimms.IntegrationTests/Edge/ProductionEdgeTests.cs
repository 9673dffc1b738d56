using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace Pimms.IntegrationTests;

/// <summary>What a host in Production refuses to start with, and what it says to whoever asks it under which name.</summary>
public sealed class ProductionEdgeTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("pimms-production-edge").FullName;
    private TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await TestDatabase.Create();

    [Theory]
    [InlineData("Keycloak__verify-token-audience", "false", "Keycloak:verify-token-audience")]
    [InlineData("Keycloak__ssl-required", "none", "Keycloak:ssl-required")]
    [InlineData("Platform__PublicUrl", "http://pimms.example", "Platform:PublicUrl")]
    public async Task Refuses_to_start_with_what_is_not_safe(string name, string value, string named)
    {
        var (code, output) = await HostProcess.Run(database, [], [.. Environment(5999), (name, value)]);
        Assert.NotEqual(0, code);
        Assert.Contains("not safe", output, StringComparison.Ordinal);
        Assert.Contains(named, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_under_its_own_name_only_and_writes_one_line_for_each_event()
    {
        Assert.SkipWhen(System.Environment.GetEnvironmentVariable("PIMMS_TEST_RABBITMQ") is null, "PIMMS_TEST_RABBITMQ is not set: tests/run starts RabbitMQ and sets it.");
        var port = FreePort();
        var (migrated, said) = await HostProcess.Run(database, ["migrate"], Environment(port));
        Assert.True(migrated == 0, said);
        await using var host = HostProcess.Start(database, [], Environment(port));
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        for (var patience = Stopwatch.StartNew(); !await IsReady(http); await Task.Delay(250))
            Assert.True(patience.Elapsed < TimeSpan.FromMinutes(2) && !host.HasExited, host.Output);

        using var own = await Ask(http, "/", "pimms.example");
        Assert.Equal("max-age=31536000", Assert.Single(own.Headers.GetValues("Strict-Transport-Security")));
        using var foreign = await Ask(http, "/openapi/v1.json", "evil.example");
        Assert.Equal(HttpStatusCode.BadRequest, foreign.StatusCode);
        Assert.DoesNotContain("evil.example", await foreign.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var description = await Ask(http, "/openapi/v1.json", "pimms.example");
        Assert.Contains("https://pimms.example", await description.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var ready = await Ask(http, "/health/ready", "evil.example");
        Assert.DoesNotContain(":", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var forged = await Ask(http, "/signin-oidc?state=x&error=denied&error_description=one%0A%7B%22LogLevel%22%3A%22forged%22%7D", "pimms.example");
        await Task.Delay(500);
        var lines = host.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.NotEqual("forged", JsonDocument.Parse(line).RootElement.GetProperty("LogLevel").GetString()));
    }

    private static async Task<HttpResponseMessage> Ask(HttpClient http, string address, string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Host = host;
        return await http.SendAsync(request);
    }

    private static async Task<bool> IsReady(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private (string, string)[] Environment(int port) =>
    [
        ("ASPNETCORE_ENVIRONMENT", "Production"), ("ASPNETCORE_URLS", $"http://127.0.0.1:{port}"), ("Platform__PublicUrl", "https://pimms.example"),
        ("RabbitMq__Host", System.Environment.GetEnvironmentVariable("PIMMS_TEST_RABBITMQ") ?? "127.0.0.1"),
        ("Keycloak__auth-server-url", "https://compte.pimms.example"), ("Keycloak__credentials__secret", "tests"), ("Keycloak__admin__secret", "tests"),
        ("Smtp__Host", "127.0.0.1"), ("DataProtection__Certificate__Path", Certificate()), ("DataProtection__Certificate__Password", "tests"),
    ];

    private string Certificate()
    {
        var path = Path.Combine(folder, "protection.pfx");
        if (!File.Exists(path))
        {
            using var key = RSA.Create(2048);
            var request = new CertificateRequest("CN=pimms-tests", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
            File.WriteAllBytes(path, certificate.Export(X509ContentType.Pkcs12, "tests"));
        }
        return path;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
