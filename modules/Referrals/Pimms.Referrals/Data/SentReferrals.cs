using System.Text.Json;

namespace Pimms.Referrals;

/// <summary>How many referrals were sent under one convention for one procedure in one month: one row each, so that the last place is given once.</summary>
internal sealed class SentReferrals(ReferralsDbContext db) : ISentReferrals
{
    public async Task<IReadOnlyDictionary<Guid, int>> InMonth(Guid conventionId, IReadOnlyCollection<Guid> procedureIds, DateOnly day, CancellationToken ct)
    {
        var counts = await db.Database.SqlQuery<string>($"""
            select coalesce(jsonb_object_agg(procedure_id, count)::text, '') as "Value" from referrals.sent_counts
            where convention_id = {conventionId} and procedure_id = any({procedureIds.ToArray()}) and month = {Places.MonthOf(day)}
            """).SingleAsync(ct);
        return counts.Length == 0 ? new Dictionary<Guid, int>() : JsonSerializer.Deserialize<Dictionary<Guid, int>>(counts)!;
    }
}

internal static class Places
{
    /// <summary>The first day of the month.</summary>
    public static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>Takes one of the month's places, in the transaction of the sending: who comes at the same time waits until it is given or given back.</summary>
    /// <returns>False when there is none left.</returns>
    public static async Task<bool> TakePlace(this ReferralsDbContext db, Guid conventionId, Guid procedureId, int? cap, DateOnly day, CancellationToken ct)
    {
        var most = cap ?? int.MaxValue;
        return await db.Database.ExecuteSqlAsync($"""
            insert into referrals.sent_counts as kept (convention_id, procedure_id, month, count) values ({conventionId}, {procedureId}, {MonthOf(day)}, 1)
            on conflict (convention_id, procedure_id, month) do update set count = kept.count + 1 where kept.count < {most}
            """, ct) == 1;
    }
}
