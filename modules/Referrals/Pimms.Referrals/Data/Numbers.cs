using System.Globalization;

namespace Pimms.Referrals;

/// <summary>The numbers that people say on the telephone: unique, in no row.</summary>
internal sealed class Numbers(ReferralsDbContext db, TimeProvider clock)
{
    public async Task<string> NextReferral(CancellationToken ct)
    {
        var next = await db.Database.SqlQuery<long>($"select nextval('referrals.referral_number') as \"Value\"").SingleAsync(ct);
        return $"{Year}-{next:000000}";
    }

    public async Task<string> NextCase(CancellationToken ct)
    {
        var next = await db.Database.SqlQuery<long>($"select nextval('referrals.case_number') as \"Value\"").SingleAsync(ct);
        return $"{Year}-{next:0000}";
    }

    private string Year => WorkingCalendar.DayOf(clock.GetUtcNow()).Year.ToString("0000", CultureInfo.InvariantCulture);
}
