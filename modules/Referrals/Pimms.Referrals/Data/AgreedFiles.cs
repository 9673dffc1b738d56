namespace Pimms.Referrals;

/// <summary>Whether the person agreed that files go to a referral's partner.</summary>
internal static class AgreedFiles
{
    /// <summary>On that day, by any consent of the case. Only the association may look.</summary>
    public static async Task<bool> AgreedToFiles(this ReferralsDbContext db, Referral referral, DateOnly day, CancellationToken ct)
    {
        var its = await db.Cases.AsNoTracking().Include(one => one.Consents).SingleAsync(one => one.Id == referral.CaseId, ct);
        return its.NotCovered(referral.To.PartnerId, [ConsentCategory.Documents], day).Count == 0;
    }
}
