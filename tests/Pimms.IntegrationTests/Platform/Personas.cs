using Microsoft.Extensions.DependencyInjection;
using Pimms.DevIdentity;

namespace Pimms.IntegrationTests;

/// <summary>The demonstration's accounts, as the platform lets them in.</summary>
internal static class Personas
{
    public static async Task<CurrentUser> Of(IServiceProvider services, string userName)
    {
        await using var scope = services.CreateAsyncScope();
        var work = CurrentUser.System("tests");
        scope.ServiceProvider.GetRequiredService<Caller>().User = work;
        var personas = await scope.ServiceProvider.GetRequiredService<IPersonas>().All(CancellationToken.None);
        var persona = personas.Single(one => one.UserName == userName);
        await using var transaction = await scope.ServiceProvider.GetRequiredService<DatabaseSession>().Begin(work, CancellationToken.None);
        var user = await scope.ServiceProvider.GetRequiredService<IAdmission>().Admit(persona.Subject, [.. persona.Roles], persona.PartnerId, CancellationToken.None);
        await transaction.Commit(CancellationToken.None);
        return user ?? throw new InvalidOperationException($"{userName} is not let in.");
    }
}
