using Pimms.Partners.Contracts;
using Pimms.Referrals.Contracts;

namespace Pimms.Users;

/// <summary>
/// Notes one mail for each person whom a move of a referral concerns: whoever it is up to now, or was waiting for it, and who stands in while that person is away.
/// What concerns a unit rather than one of its agents goes to the unit's shared mailbox too.
/// </summary>
internal sealed class NotifyOfReferral(UsersDbContext db, IPartnerDirectory partners, TimeProvider clock) : IReaction<ReferralMoved>
{
    public async Task React(ReferralMoved happened, CancellationToken ct)
    {
        if (!Enum.TryParse<MailKind>(happened.Move, out var kind) || kind is MailKind.Invite or MailKind.WarnOfInactivity or MailKind.Digest)
            return;
        var noted = await db.Mails.Where(mail => mail.ReferralId == happened.ReferralId && mail.Kind == kind && mail.HappenedAt == happened.At).Select(mail => mail.PersonId).ToListAsync(ct);
        var (first, unit) = await Concerned(kind, happened, ct);
        Person[] concerned = [.. first.Concat(await db.ReplacementsOf(first, WorkingCalendar.DayOf(clock.GetUtcNow()), ct)).DistinctBy(person => person.Id)];
        var wanted = await db.DeliveryTo(concerned, ct);
        Mail To(Guid whom, string address, MailDelivery deliver) => new(kind, happened.ReferralId, happened.Number, happened.At, whom, address, clock.GetUtcNow()) { Deliver = deliver };
        db.Mails.AddRange(concerned.Where(person => !noted.Contains(person.Id)).Select(person => To(person.Id, person.Email, wanted(person))));
        if (unit)
            db.Mails.AddRange((await partners.Mailboxes([happened.UnitId], ct)).Where(mailbox => !noted.Contains(mailbox.UnitId)).Select(mailbox => To(mailbox.UnitId, mailbox.Address, MailDelivery.AtOnce)));
        await db.SaveChangesAsync(ct);
    }

    private async Task<(List<Person> People, bool Unit)> Concerned(MailKind kind, ReferralMoved happened, CancellationToken ct) => kind switch
    {
        MailKind.Send => (await AgentsOf(happened, ct), true),
        MailKind.ProvideInformation or MailKind.Withdraw or MailKind.Reopen or MailKind.Close =>
            await Active(happened.AssigneeId, ct) is { Count: > 0 } assignee ? (assignee, false) : (await AgentsOf(happened, ct), true),
        _ => (await Active(happened.MediatorId, ct) is { Count: > 0 } mediator ? mediator : await LeadsOf(happened.SiteId, ct), false),
    };

    private IQueryable<Person> People => db.People.AsNoTracking().Where(person => person.Active);

    private Task<List<Person>> Active(Guid? id, CancellationToken ct) => People.Where(person => person.Id == id).ToListAsync(ct);

    private Task<List<Person>> LeadsOf(Guid siteId, CancellationToken ct) => People.Where(person => person.Role == Role.SiteLead && person.SiteIds.Contains(siteId)).ToListAsync(ct);

    /// <summary>A unit without agents is its partner's manager's to look after.</summary>
    private async Task<List<Person>> AgentsOf(ReferralMoved happened, CancellationToken ct)
    {
        var ofPartner = People.Where(person => person.PartnerId == happened.PartnerId);
        var agents = await ofPartner.Where(person => person.UnitIds.Contains(happened.UnitId)).ToListAsync(ct);
        return agents.Count > 0 ? agents : await ofPartner.Where(person => person.Role == Role.PartnerManager).ToListAsync(ct);
    }
}
