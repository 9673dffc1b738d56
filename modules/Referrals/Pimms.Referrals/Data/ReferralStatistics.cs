namespace Pimms.Referrals;

/// <summary>Counts as background work: who may be shown figures may often not see a single referral, an administrator above all.</summary>
internal sealed class ReferralStatistics(ReferralsDbContext db, DatabaseSession session, CurrentUser user, TimeProvider clock) : IReferralStatistics
{
    public async Task<ConventionFlow> OfConvention(Guid conventionId, DateOnly from, DateOnly to, CancellationToken ct)
    {
        await session.Tell(CurrentUser.System("referrals.statistics"), ct);
        var facts = await db.FlowOf(conventionId, from, to, clock.GetUtcNow(), ct);
        // What follows in this transaction is the reader's own again. After a failure nothing follows.
        await session.Tell(user, ct);
        return FlowSummary.Of(facts);
    }
}
