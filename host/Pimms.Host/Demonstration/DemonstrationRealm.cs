using Pimms.DevIdentity;
using Pimms.Kernel;

namespace Pimms.Host;

/// <summary>Makes the demonstration's realm in a Keycloak that was started for it (<c>host/run --keycloak</c>), with everybody who has access. Development only.</summary>
internal static class DemonstrationRealm
{
    /// <summary>Does nothing where the administrator's password of that Keycloak is not given.</summary>
    public static async Task Make(WebApplication app, CancellationToken ct)
    {
        if (app.Configuration["Keycloak:development:password"] is not { Length: > 0 } password)
            return;
        using var server = new KeycloakServer(app.Configuration["Keycloak:auth-server-url"]!.TrimEnd('/'), password);
        var realm = new DevelopmentRealm("pimms", app.Services.GetRequiredService<OwnAddress>().Value, app.Configuration.GetValue("Keycloak:development:mail-port", 25));
        await server.MakeRealm(realm.With(await app.Services.GetRequiredService<IPersonas>().All(ct)), ct);
    }
}
