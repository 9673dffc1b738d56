namespace Pimms.Conventions;

/// <summary>A referent lost access: the deputy takes over, and where there is none the convention says that somebody is missing.</summary>
internal sealed class ReplaceReferent(ConventionsDbContext db, CurrentUser user, TimeProvider clock) : IReaction<PersonDeactivated>
{
    public async Task React(PersonDeactivated happened, CancellationToken ct)
    {
        foreach (var convention in await db.Conventions.Include(one => one.Referents).AsTracking()
            .Where(one => one.State != ConventionState.Ended && one.Referents.Any(referent => referent.PersonId == happened.PersonId)).ToListAsync(ct))
        {
            convention.Lose(happened.PersonId, user, clock.GetUtcNow());
        }
        await db.SaveChangesAsync(ct);
    }
}
