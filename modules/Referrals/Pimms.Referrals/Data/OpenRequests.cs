namespace Pimms.Referrals;

/// <summary>A request that is still open for what seems to be the same person.</summary>
/// <param name="Site">Where: all that is told of another site's, beside the day.</param>
/// <param name="SentOn">In Paris.</param>
/// <param name="Certain">False when only the name tells, or only the given name and the birth date.</param>
/// <param name="ReferralId">Where it can be read: only for the reader's own sites.</param>
internal sealed record OpenRequest(string Site, DateOnly SentOn, bool Certain, Guid? ReferralId);

/// <summary>
/// The one look over all sites: the person's request goes on as background work for one query and becomes the person's again. Names and birth
/// dates are compared here and never leave; what leaves is a site and a day. Nothing is kept for it that a dump could betray.
/// </summary>
internal sealed class OpenRequests(ReferralsDbContext db, CurrentUser user, DatabaseSession session, Journal journal)
{
    /// <summary>The requests besides this one, the oldest first. Who is told of them is journaled.</summary>
    public async Task<IReadOnlyList<OpenRequest>> Besides(Referral draft, Beneficiary person, CancellationToken ct)
    {
        await session.Tell(CurrentUser.System("referrals.open-requests"), ct);
        var (partner, procedure, born) = (draft.To.PartnerId, draft.To.ProcedureId, person.BirthDate);
        var mayBe = born is null ? db.Cases : db.Cases.Where(its => its.Beneficiary.BirthDate == null || its.Beneficiary.BirthDate == born);
        var open = await db.Referrals.AsNoTracking().Where(InboxFilters.IsOpen)
            .Where(referral => referral.To.PartnerId == partner && referral.To.ProcedureId == procedure && referral.SentAt != null && referral.Id != draft.Id)
            .Join(mayBe, referral => referral.CaseId, its => its.Id, (referral, its) => new { referral.Id, referral.SiteId, referral.SiteName, referral.SentAt, Person = its.Beneficiary })
            .OrderBy(one => one.SentAt)
            .ToListAsync(ct);
        await session.Tell(user, ct);

        var alike = open.Select(one => (Request: one, Likeness: SamePerson.Compare(person, one.Person))).Where(one => one.Likeness != Likeness.Different).ToList();
        if (alike.Count > 0)
            journal.Saw("referral", alike.Select(one => one.Request.Id));
        return [.. alike.Select(one => new OpenRequest(
            one.Request.SiteName, WorkingCalendar.DayOf(one.Request.SentAt!.Value), one.Likeness == Likeness.Same, user.SiteIds.Contains(one.Request.SiteId) ? one.Request.Id : null))];
    }

    /// <summary>
    /// Two sites that send the same at once: the second waits here for the first, and then finds it. People born on different days are different
    /// people and wait for nobody; whoever's day is unknown may be anybody, and waits for all.
    /// </summary>
    public Task Await(Referral draft, Beneficiary person, CancellationToken ct)
    {
        var asked = $"open-requests {draft.To.PartnerId} {draft.To.ProcedureId}";
        return person.BirthDate is { } born
            ? db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock_shared(hashtextextended({asked}, 0)), pg_advisory_xact_lock(hashtextextended({$"{asked} {born:O}"}, 0))", ct)
            : db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({asked}, 0))", ct);
    }
}
