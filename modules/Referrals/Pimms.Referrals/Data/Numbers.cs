using System.Globalization;

namespace Pimms.Referrals;

/// <summary>The numbers that people say on the telephone: unique, in no row.</summary>
internal sealed class Numbers(ReferralsDbContext db, TimeProvider clock)
{
    public async Task<string> NextReferral(CancellationToken ct) => $"{Year}-{await Next("referral_number", ct):000000}";

    public async Task<string> NextCase(CancellationToken ct) => $"{Year}-{await Next("case_number", ct):0000}";

    private string Year => WorkingCalendar.DayOf(clock.GetUtcNow()).Year.ToString("0000", CultureInfo.InvariantCulture);

    private async Task<long> Next(string sequence, CancellationToken ct) =>
        await db.Database.SqlQueryRaw<long>($"select nextval('{ReferralsDbContext.Name}.{sequence}') as \"Value\"").SingleAsync(ct);
}
