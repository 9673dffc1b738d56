using Microsoft.Extensions.DependencyInjection;
using Pimms.DevIdentity;

[assembly: AssemblyFixture(typeof(Pimms.IntegrationTests.KeycloakIssuer))]

namespace Pimms.IntegrationTests;

/// <summary>Whom a platform signs people in with: the same tests hold for both.</summary>
public abstract class Issuer
{
    /// <summary>The platform that all tests of this issuer share; a test is skipped where the issuer is not there.</summary>
    public abstract Task<Platform> Ready();

    /// <summary>Ends the issuer's sessions of one person, as an administrator of it does.</summary>
    public abstract Task EndSessions(string userName);

    /// <summary>Fills in the issuer's page, if one stands there, until it lets on or says no.</summary>
    public abstract Task<ShownPage> Enter(ShownPage page, string userName, string password = "dev");
}

public sealed class DevelopmentIssuer(Platform platform) : Issuer
{
    public override Task<Platform> Ready() => Task.FromResult(platform);

    public override async Task EndSessions(string userName)
    {
        var personas = await platform.Services.GetRequiredService<IPersonas>().All(CancellationToken.None);
        await platform.Services.GetRequiredService<DevSessions>().EndAll(personas.Single(persona => persona.UserName == userName).Subject, CancellationToken.None);
    }

    public override async Task<ShownPage> Enter(ShownPage page, string userName, string password = "dev") =>
        page.Document.QuerySelector("#username") is null ? page : await page.Submit([("username", userName), ("password", password)], form: "form:has(#username)");
}

/// <summary>Starts its platform when the first test asks for it.</summary>
public sealed class KeycloakIssuer : Issuer, IAsyncDisposable
{
    private readonly Lazy<Task<Platform>> platform = new(() => Platform.Start(new() { Keycloak = new RealKeycloak() }));

    public override Task<Platform> Ready()
    {
        RealKeycloak.Needed();
        return platform.Value;
    }

    public override async Task EndSessions(string userName) => await (await platform.Value).Keycloak!.EndSessions(userName);

    public override Task<ShownPage> Enter(ShownPage page, string userName, string password = "dev") => KeycloakPages.Through(page, userName, password);

    public async ValueTask DisposeAsync()
    {
        if (platform.IsValueCreated)
            await (await platform.Value).DisposeAsync();
    }
}

/// <summary>A test that is asked of one issuer.</summary>
public abstract class IssuerTest(Issuer issuer) : IAsyncLifetime
{
#pragma warning disable CA1051, IDE1006 // Named as where tests take the shared one.
    protected Platform platform = null!;
#pragma warning restore CA1051, IDE1006

    protected Issuer Issuer => issuer;

    public async ValueTask InitializeAsync() => platform = await issuer.Ready();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
