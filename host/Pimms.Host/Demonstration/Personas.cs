using Pimms.DevIdentity;
using Pimms.Kernel;
using Pimms.Users.Contracts;

namespace Pimms.Host;

/// <summary>Lets the development issuer play whoever the Users module says is active.</summary>
internal sealed class Personas(IServiceScopeFactory scopes, Texts texts) : IPersonas
{
    public async Task<IReadOnlyList<Persona>> All(CancellationToken ct)
    {
        // Nobody is signed in yet: a scope and a transaction of its own.
        await using var scope = scopes.CreateAsyncScope();
        var work = CurrentUser.System("personas");
        scope.ServiceProvider.GetRequiredService<Caller>().User = work;
        await using var transaction = await scope.ServiceProvider.GetRequiredService<DatabaseSession>().Begin(work, ct);
        var accounts = await scope.ServiceProvider.GetRequiredService<IPersonaSource>().Active(ct);
        await transaction.Commit(ct);
        return [.. accounts.Select(Persona)];
    }

    private Persona Persona(PersonaAccount account) => new(
        account.UserName, account.Subject, account.GivenName, account.FamilyName, account.Email,
        account.Place ?? texts["Personas.Association"],
        account.Units is null ? texts[$"Role.{account.Role}"] : $"{texts[$"Role.{account.Role}"]}, {account.Units}",
        account.RealmRoles, account.PartnerId?.ToString());
}
