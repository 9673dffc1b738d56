using Microsoft.Extensions.DependencyInjection;
using Pimms.Partners;
using Pimms.Partners.Contracts;

namespace Pimms.IntegrationTests;

/// <summary>Partners of a test's own, so that the demonstration's stay as they are.</summary>
internal static class PartnersSupport
{
    public static async Task<(Guid Partner, Guid Unit, Guid Procedure)> NewPartner(this Platform platform)
    {
        var name = $"Essai {Guid.NewGuid():N}";
        var partner = (await platform.Send("admin", new AddPartner(name, PartnerKind.Health))).Value;
        var unit = (await platform.Send("admin", new AddUnit(partner, "Accueil", null, "Dire l’heure."))).Value;
        var procedure = (await platform.Send("admin", new AddProcedure(unit, "Rendez-vous", ""))).Value;
        return (partner, unit, procedure);
    }

    public static Task<T> AskPartners<T>(this Platform platform, string userName, Func<IPartnerDirectory, Task<T>> ask) => platform.Within(userName, async services =>
    {
        await using var transaction = await services.GetRequiredService<DatabaseSession>().Begin(services.GetRequiredService<CurrentUser>(), CancellationToken.None);
        return await ask(services.GetRequiredService<IPartnerDirectory>());
    });

    public static FieldDraft Question(string key) => new(key, key, null, FormFieldType.Text, false, null, null);
}
