namespace Pimms.Referrals;

/// <summary>Sending and withdrawing consent wait for each other: nothing is sent under a consent that is just being taken back.</summary>
internal static class CaseLock
{
    /// <summary>Until the transaction ends. What is read afterwards is what the other one left.</summary>
    public static Task HoldCase(this ReferralsDbContext db, Guid caseId, CancellationToken ct) =>
        db.Database.SqlQuery<Guid>($"select id as \"Value\" from referrals.cases where id = {caseId} for update").ToListAsync(ct);
}
