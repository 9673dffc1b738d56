namespace Pimms.Referrals;

/// <summary>
/// What one changes waits for what another changes, and then sees it. Always in this order, so that nobody waits in a circle: the case, then its
/// referrals by their ids. A withdrawal of consent holds all of them, so it waits for whoever came first and always succeeds; whoever comes after
/// it finds nothing any more.
/// </summary>
internal static class Locking
{
    /// <summary>The case, held until the transaction ends. What is read afterwards is what the other one left.</summary>
    public static Task HoldCase(this ReferralsDbContext db, Guid caseId, CancellationToken ct) =>
        db.Database.SqlQuery<Guid>($"select id as \"Value\" from referrals.cases where id = {caseId} for update").ToListAsync(ct);

    /// <summary>All referrals of a case that is held.</summary>
    public static Task HoldReferralsOf(this ReferralsDbContext db, Guid caseId, CancellationToken ct) =>
        db.Database.SqlQuery<Guid>($"select id as \"Value\" from referrals.referrals where case_id = {caseId} order by id for update").ToListAsync(ct);

    /// <summary>The referral, held until the transaction ends: who comes second sees what the first did.</summary>
    /// <exception cref="RefusedException">Not found.</exception>
    public static async Task<Referral> Locked(this ReferralsDbContext db, Guid id, CurrentUser user, CancellationToken ct)
    {
        await db.Database.SqlQuery<Guid>($"select id as \"Value\" from referrals.referrals where id = {id} for update").ToListAsync(ct);
        return await db.Referrals.VisibleTo(user).Existing(id, ct);
    }

    /// <summary>The same, to change it from the version that the caller saw.</summary>
    /// <exception cref="RefusedException">Not found, or changed meanwhile.</exception>
    public static async Task<Referral> Locked(this ReferralsDbContext db, Guid id, uint version, CurrentUser user, CancellationToken ct)
    {
        var referral = await db.Locked(id, user, ct);
        return referral.Revision == version ? referral : throw new RefusedException(Refusal.Stale);
    }

    /// <summary>The same behind its case: for what depends on the consents.</summary>
    /// <exception cref="RefusedException">Not found, or changed meanwhile.</exception>
    public static async Task<Referral> LockedWithCase(this ReferralsDbContext db, Guid id, uint version, CurrentUser user, CancellationToken ct)
    {
        var seen = await db.Referrals.AsNoTracking().VisibleTo(user).Existing(id, ct);
        await db.HoldCase(seen.CaseId, ct);
        return await db.Locked(id, version, user, ct);
    }
}
