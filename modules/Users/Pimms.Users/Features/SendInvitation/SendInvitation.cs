namespace Pimms.Users;

/// <summary>Opens the account of an invited person and has the mail sent that leads there. While the identity provider does not answer, this waits in the outbox.</summary>
internal sealed class SendInvitation(UsersDbContext db, IAccounts accounts, TimeProvider clock) : IReaction<PersonInvited>
{
    public async Task React(PersonInvited happened, CancellationToken ct)
    {
        if (await db.People.SingleOrDefaultAsync(person => person.Id == happened.PersonId && person.Active, ct) is not { } person)
            return;
        var now = clock.GetUtcNow();
        var invitation = await accounts.Invite(person, ct);
        if (invitation is null)
            db.Mails.Add(new Mail(MailKind.Invite, null, "", happened.At, person.Id, person.Email, now));
        if (invitation is { EndsAt: null })
            person.InvitationCannotBeSent();
        else
        {
            person.InvitationSent(now, invitation?.EndsAt);
            // Whoever never comes is counted from here.
            await db.Note(person.Id, now, ct);
        }
        await db.SaveChangesAsync(ct);
    }
}
