namespace Pimms.Referrals;

internal sealed class SentReferrals(ReferralsDbContext db) : ISentReferrals
{
    public async Task<IReadOnlyDictionary<Guid, int>> InMonth(Guid conventionId, IReadOnlyCollection<Guid> procedureIds, DateOnly day, CancellationToken ct)
    {
        var month = SentCount.MonthOf(day);
        return await db.Set<SentCount>().Where(count => count.ConventionId == conventionId && procedureIds.Contains(count.ProcedureId) && count.Month == month)
            .ToDictionaryAsync(count => count.ProcedureId, count => count.Count, ct);
    }
}

internal static class Places
{
    /// <summary>Takes one of the month's places, in the transaction of the sending: who comes at the same time waits until it is given or given back.</summary>
    /// <returns>False when there is none left.</returns>
    public static async Task<bool> TakePlace(this ReferralsDbContext db, Guid conventionId, Guid procedureId, int? cap, DateOnly day, CancellationToken ct)
    {
        var most = cap ?? int.MaxValue;
        return await db.Database.ExecuteSqlAsync($"""
            insert into referrals.sent_counts as kept (convention_id, procedure_id, month, count) values ({conventionId}, {procedureId}, {SentCount.MonthOf(day)}, 1)
            on conflict (convention_id, procedure_id, month) do update set count = kept.count + 1 where kept.count < {most}
            """, ct) == 1;
    }
}
