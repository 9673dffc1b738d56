namespace Pimms.Referrals;

/// <summary>What is counted is counted by one at a time.</summary>
internal static class Locking
{
    /// <summary>The referral, held until the transaction ends: who comes second sees what the first did.</summary>
    /// <exception cref="RefusedException">Not found.</exception>
    public static async Task<Referral> Locked(this ReferralsDbContext db, Guid id, CurrentUser user, CancellationToken ct)
    {
        await db.Database.SqlQuery<Guid>($"select id as \"Value\" from referrals.referrals where id = {id} for update").ToListAsync(ct);
        return await db.Referrals.VisibleTo(user).Existing(id, ct);
    }
}
