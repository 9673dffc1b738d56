namespace Pimms.Users;

/// <summary>Opens the account of an invited person and has the mail sent that leads there. While the identity provider does not answer, this waits in the outbox.</summary>
internal sealed class SendInvitation(UsersDbContext db, IAccounts accounts, TimeProvider clock) : IReaction<PersonInvited>
{
    public async Task React(PersonInvited happened, CancellationToken ct)
    {
        if (await db.People.AsNoTracking().SingleOrDefaultAsync(person => person.Id == happened.PersonId && person.Active, ct) is not { } person)
            return;
        var now = clock.GetUtcNow();
        var sent = await accounts.Invite(person, ct);
        if (sent is null)
            db.Mails.Add(new Mail(MailKind.Invite, null, "", happened.At, person.Id, person.Email, now));
        await Keep(person, now, sent, ct);
        await db.SaveChangesAsync(ct);
    }

    private async Task Keep(Person person, DateTimeOffset now, SentInvitation? sent, CancellationToken ct)
    {
        if (await db.Invitations.SingleOrDefaultAsync(one => one.PersonId == person.Id, ct) is not { } invitation)
            db.Invitations.Add(invitation = new() { PersonId = person.Id, PartnerId = person.PartnerId, SentAt = now });
        (invitation.SentAt, invitation.EndsAt, invitation.Impossible) = (now, sent?.EndsAt, sent is { EndsAt: null });
    }
}
