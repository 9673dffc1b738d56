namespace Pimms.Users;

/// <summary>Carries to the identity provider what was decided here. What the platform lets in does not wait for it.</summary>
internal sealed class AlignAccount(UsersDbContext db, IAccounts accounts, Sessions sessions) : IReaction<PersonChanged>
{
    public async Task React(PersonChanged happened, CancellationToken ct)
    {
        if (await db.People.AsNoTracking().SingleOrDefaultAsync(person => person.Id == happened.PersonId, ct) is not { } person)
            return;
        if (person is { Active: false, Subject: { } subject })
            await sessions.EndAll(subject, ct);
        await accounts.Align(person, ct);
    }
}
