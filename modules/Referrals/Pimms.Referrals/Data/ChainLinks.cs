namespace Pimms.Referrals;

internal static class ChainLinks
{
    /// <summary>A case's referrals with what each goes on from, the oldest first.</summary>
    public static async Task<IReadOnlyList<ChainLink>> LinksOf(this ReferralsDbContext db, CurrentUser user, Guid caseId, CancellationToken ct) =>
        await db.Referrals.AsNoTracking().VisibleTo(user).Where(referral => referral.CaseId == caseId).OrderBy(referral => referral.CreatedAt).ThenBy(referral => referral.Id)
            .Select(referral => new ChainLink(referral.Id, referral.Number, referral.To.PartnerName, referral.State,
                db.Redirections.Where(redirection => redirection.ReferralId == referral.Id).Select(redirection => (Guid?)redirection.FromId).FirstOrDefault()))
            .ToListAsync(ct);
}
