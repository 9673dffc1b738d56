namespace Pimms.Conventions;

/// <summary>Asks as background work: a site's lead may not see every convention that names its mediator.</summary>
internal sealed class ReferentRoles(ConventionsDbContext db, DatabaseSession session) : IReferentRoles
{
    public async Task<IReadOnlyList<string>> Of(Guid personId, CancellationToken ct) => await session.LookAsWorker(() => db.Conventions
        .Where(convention => convention.State != ConventionState.Ended && convention.Referents.Any(referent => referent.PersonId == personId))
        .OrderBy(convention => convention.Reference).Select(convention => convention.Reference).ToListAsync(ct), ct);
}
