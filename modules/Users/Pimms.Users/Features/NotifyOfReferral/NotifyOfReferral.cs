using Pimms.Referrals.Contracts;

namespace Pimms.Users;

/// <summary>Notes one mail for each person whom a move of a referral concerns: whoever it is up to now, or was waiting for it, and who stands in while that person is away.</summary>
internal sealed class NotifyOfReferral(UsersDbContext db, TimeProvider clock) : IReaction<ReferralMoved>
{
    public async Task React(ReferralMoved happened, CancellationToken ct)
    {
        if (!Enum.TryParse<MailKind>(happened.Move, out var kind) || kind is MailKind.Invite or MailKind.WarnOfInactivity or MailKind.Digest)
            return;
        var noted = await db.Mails.Where(mail => mail.ReferralId == happened.ReferralId && mail.Kind == kind && mail.HappenedAt == happened.At).Select(mail => mail.PersonId).ToListAsync(ct);
        var first = await Concerned(kind, happened, ct);
        Person[] concerned = [.. first.Concat(await db.ReplacementsOf(first, WorkingCalendar.DayOf(clock.GetUtcNow()), ct)).DistinctBy(person => person.Id)];
        var wanted = await db.DeliveryTo(concerned, ct);
        foreach (var person in concerned)
            if (!noted.Contains(person.Id))
                db.Mails.Add(new Mail(kind, happened.ReferralId, happened.Number, happened.At, person.Id, person.Email, clock.GetUtcNow()) { Deliver = wanted(person) });
        await db.SaveChangesAsync(ct);
    }

    private async Task<List<Person>> Concerned(MailKind kind, ReferralMoved happened, CancellationToken ct) => kind switch
    {
        MailKind.Send => await AgentsOf(happened, ct),
        MailKind.ProvideInformation or MailKind.Withdraw or MailKind.Reopen or MailKind.Close =>
            await Active(happened.AssigneeId, ct) is { Count: > 0 } assignee ? assignee : await AgentsOf(happened, ct),
        _ => await Active(happened.MediatorId, ct) is { Count: > 0 } mediator ? mediator : await LeadsOf(happened.SiteId, ct),
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
