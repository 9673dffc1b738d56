using Pimms.Referrals.Contracts;

namespace Pimms.Users;

/// <summary>Notes a mail for the mediator in charge when a receipt's code ended, at once: somebody guesses. Nobody is in charge any more: for the site's leads.</summary>
internal sealed class NotifyOfReceipt(UsersDbContext db, TimeProvider clock) : IReaction<ReceiptCodeEnded>
{
    public async Task React(ReceiptCodeEnded happened, CancellationToken ct)
    {
        var active = db.People.AsNoTracking().Where(person => person.Active);
        var concerned = await active.Where(person => person.Id == happened.MediatorId).ToListAsync(ct);
        if (concerned.Count == 0)
            concerned = await active.Where(person => person.Role == Role.SiteLead && person.SiteIds.Contains(happened.SiteId)).ToListAsync(ct);
        db.Mails.AddRange(concerned.Select(person => new Mail(MailKind.ReceiptCodeEnded, null, happened.Number, happened.At, person.Id, person.Email, clock.GetUtcNow())));
        await db.SaveChangesAsync(ct);
    }
}
