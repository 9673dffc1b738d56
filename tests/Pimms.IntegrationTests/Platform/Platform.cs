using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Pimms.Host;

[assembly: AssemblyFixture(typeof(Pimms.IntegrationTests.Platform))]

namespace Pimms.IntegrationTests;

/// <summary>
/// The real host on a real database, with the demonstration association. One is shared by all tests of the assembly: take it in the
/// constructor, and leave what is there as it is. A test that moves the clock or breaks something makes its own.
/// </summary>
public sealed class Platform : IAsyncLifetime
{
    private WebApplication app = null!;

    /// <summary>Another clock than the system's.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>Configuration to add.</summary>
    public Dictionary<string, string?> Settings { get; init; } = [];

    /// <summary>With so few a host answers everything, if not fast: one listens to what is committed, and whoever holds the other asks for no second one, or would wait for ever.</summary>
    public const int FewestConnections = 2;

    /// <summary>How many connections to the database its host may have at once, besides those of <c>ConnectionPools</c> that nobody waits long for.</summary>
    public int Connections { get; init; } = 20;

    /// <summary>A real Keycloak to sign in with, in a realm of this platform's own; the development issuer when null.</summary>
    public RealKeycloak? Keycloak { get; init; }

    /// <summary>The issuer's realm, with a slash at the end.</summary>
    public Uri Realm => Keycloak?.Realm ?? new Uri(Address, "/realms/pimms/");

    /// <summary>A platform of one's own: <c>await using var platform = await Platform.Start(new() { Clock = clock });</c></summary>
    public static async Task<Platform> Start(Platform platform)
    {
        await platform.InitializeAsync();
        return platform;
    }

    /// <summary>Its own, dropped with it: the one given, or a copy of what such a platform starts from.</summary>
    public TestDatabase Database { get; set; } = null!;

    /// <summary>The host's parts. Scoped ones: see <see cref="Within{T}"/>.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(app.Urls.Single());

    /// <summary>Connections of the superuser, whom nothing stops.</summary>
    public NpgsqlDataSource Superuser { get; private set; } = null!;

    /// <summary>Connections of the host's own login role, before anybody is named.</summary>
    public NpgsqlDataSource Bare { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        // Another clock has other days in its demonstration, and other settings may keep it elsewhere.
        Database ??= Clock is null && Settings.Count == 0 && Keycloak is null ? await TemplateDatabases.Demonstration() : await TemplateDatabases.Migrated();
        Superuser = NpgsqlDataSource.Create(Database.SuperuserConnection);
        Bare = NpgsqlDataSource.Create(Database.AppConnection);
        app = Build();
        await app.MakeReady(CancellationToken.None);
        await app.StartAsync();
        if (Keycloak is not null)
            await Keycloak.MakeRealm(this);
    }

    /// <summary>A host that is not started, on this database.</summary>
    internal static WebApplication Build(TestDatabase database) => new Platform { Database = database }.Build();

    private WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Modules).Assembly.GetName().Name,
            ContentRootPath = Path.Combine(Sources.Root, "host", "Pimms.Host"),
            EnvironmentName = "Development",
        });
        builder.Configuration.AddInMemoryCollection(
        [
            new("ConnectionStrings:Pimms", new NpgsqlConnectionStringBuilder(Database.AppConnection) { MaxPoolSize = Connections }.ConnectionString),
            new("ConnectionStrings:PimmsOwner", Database.OwnerConnection),
        ]);
        // What a test says goes before.
        builder.Configuration.AddInMemoryCollection(Settings);
        builder.Configuration.AddInMemoryCollection(Keycloak?.Settings ?? []);
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        if (Clock is not null)
            builder.Services.AddSingleton(Clock);
        builder.AddPlatform();
        return builder.Build();
    }

    /// <summary>What the host logged as a warning or worse.</summary>
    public KeptLog Log { get; } = new();

    /// <summary>A browser in which this persona is signed in.</summary>
    public async Task<Visitor> As(string userName)
    {
        var visitor = Nobody();
        try
        {
            await visitor.SignIn(userName);
        }
        catch (InvalidOperationException refused)
        {
            throw new InvalidOperationException($"{refused.Message}\n{string.Join('\n', Log.Lines.Where(line => line.Contains(" Pimms.Kernel.", StringComparison.Ordinal)).TakeLast(2))}", refused);
        }
        return visitor;
    }

    /// <summary>A browser in which nobody is signed in.</summary>
    public Visitor Nobody() => new(Address);

    /// <summary>A program that calls the API as this persona; as nobody when null.</summary>
    public async Task<HttpClient> Api(string? userName)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        if (userName is not null)
            client.DefaultRequestHeaders.Authorization = new("Bearer", await Tokens.ByPassword(client, userName, Realm));
        return client;
    }

    /// <summary>Sends a command or query as this persona, without HTTP.</summary>
    public Task<T> Send<T>(string userName, IRequest<T> request) =>
        Within(userName, services => services.GetRequiredService<IMediator>().Send(request));

    /// <summary>Does something with the scoped parts as this persona.</summary>
    public async Task<T> Within<T>(string userName, Func<IServiceProvider, Task<T>> work) => await Within(await Personas.Of(Services, userName), work);

    /// <summary>Does something with the scoped parts as this user.</summary>
    public async Task<T> Within<T>(CurrentUser user, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().User = user;
        return await work(scope.ServiceProvider);
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
        if (Keycloak is not null)
            await Keycloak.DisposeAsync();
        // What could not start has less to put away.
        if (Database is null)
            return;
        await Superuser.DisposeAsync();
        await Bare.DisposeAsync();
        await Database.DisposeAsync();
    }
}
