namespace Pimms.Users;

/// <summary>Notes the mail that tells an invited person where to sign in.</summary>
internal sealed class SendInvitation(UsersDbContext db, TimeProvider clock) : IReaction<PersonInvited>
{
    public async Task React(PersonInvited happened, CancellationToken ct)
    {
        if (await db.People.AsNoTracking().SingleOrDefaultAsync(person => person.Id == happened.PersonId && person.Active, ct) is not { } person)
            return;
        db.Mails.Add(new Mail(MailKind.Invite, null, "", happened.At, person.Id, person.Email, clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
    }
}
