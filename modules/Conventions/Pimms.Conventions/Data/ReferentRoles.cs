using Microsoft.Extensions.DependencyInjection;

namespace Pimms.Conventions;

/// <summary>Asks in a scope of its own, as background work: a site's lead may not see every convention that names its mediator.</summary>
internal sealed class ReferentRoles(IServiceScopeFactory scopes) : IReferentRoles
{
    public async Task<IReadOnlyList<string>> Of(Guid personId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var work = CurrentUser.System("conventions.referent-roles");
        scope.ServiceProvider.GetRequiredService<Caller>().User = work;
        await using var transaction = await scope.ServiceProvider.GetRequiredService<DatabaseSession>().Begin(work, ct);
        var references = await scope.ServiceProvider.GetRequiredService<ConventionsDbContext>().Conventions
            .Where(convention => convention.State != ConventionState.Ended && convention.Referents.Any(referent => referent.PersonId == personId))
            .OrderBy(convention => convention.Reference).Select(convention => convention.Reference).ToListAsync(ct);
        await transaction.Commit(ct);
        return references;
    }
}
