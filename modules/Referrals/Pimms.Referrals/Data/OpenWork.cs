namespace Pimms.Referrals;

/// <summary>Counts as background work: who asks may not see the rows.</summary>
internal sealed class OpenWork(ReferralsDbContext db, DatabaseSession session) : IWorkInHand
{
    public Task<WorkInHand> Of(Guid personId, CancellationToken ct) => session.LookAsWorker(async () =>
    {
        var cases = await db.Cases.CountAsync(its => its.MediatorId == personId, ct);
        var referrals = await Open.CountAsync(referral => db.Cases.Any(its => its.Id == referral.CaseId && its.MediatorId == personId), ct);
        var assigned = await Open.CountAsync(referral => referral.AssigneeId == personId, ct);
        var replies = await db.CannedReplies.CountAsync(reply => reply.AuthorId == personId, ct);
        return new WorkInHand(cases, referrals, assigned, replies);
    }, ct);

    public Task<bool> AnyFor(Guid partnerId, CancellationToken ct) =>
        session.LookAsWorker(() => Open.AnyAsync(referral => referral.To.PartnerId == partnerId, ct), ct);

    private IQueryable<Referral> Open => db.Referrals.Where(InboxFilters.IsOpen);
}
