namespace Pimms.Users;

/// <summary>Somebody has no access any more: nobody stands in for that person, nor that person for anybody, should the access be opened again.</summary>
internal sealed class EndReplacements(UsersDbContext db) : IReaction<PersonDeactivated>
{
    public async Task React(PersonDeactivated happened, CancellationToken ct)
    {
        foreach (var absence in await db.Absences.Where(one => (one.PersonId == happened.PersonId || one.ReplacementId == happened.PersonId) && one.EndedAt == null).ToListAsync(ct))
            absence.End(happened.At);
        await db.SaveChangesAsync(ct);
    }
}
