namespace Pimms.Referrals;

/// <summary>Withdraws the referrals concerned in the same transaction, and cuts the partners' view at once: only a tombstone says why.</summary>
internal sealed record WithdrawConsent(Guid CaseId, Guid ConsentId) : IRequest<Result>;

internal sealed class WithdrawConsentHandler(ReferralsDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<WithdrawConsent, Result>
{
    public async Task<Result> Handle(WithdrawConsent command, CancellationToken ct)
    {
        var its = await db.Cases.VisibleTo(user).Include(one => one.Consents).SingleOrDefaultAsync(one => one.Id == command.CaseId, ct);
        if (its?.Consents.SingleOrDefault(one => one.Id == command.ConsentId) is not { } consent)
            return Refusal.NotFound;

        var now = clock.GetUtcNow();
        consent.Withdraw(now);
        foreach (var referral in await db.Referrals.VisibleTo(user).ShownTo(its.OnlyCoveredBy(consent, WorkingCalendar.DayOf(now)), its.Id).ToListAsync(ct))
        {
            if (ReferralMoves.OpenStates.Contains(referral.State))
                referral.Withdraw(WithdrawReason.ConsentWithdrawn, null, user, now);
            db.Tombstones.Add(referral.CutOff(now));
        }
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}

internal static class ConcernedReferrals
{
    /// <summary>Everything these partners can still see of the case, whether it is finished or not.</summary>
    public static IQueryable<Referral> ShownTo(this IQueryable<Referral> referrals, List<Guid> partnerIds, Guid caseId) =>
        referrals.Where(referral => referral.CaseId == caseId && partnerIds.Contains(referral.To.PartnerId) && referral.VisibleToUnit != Guid.Empty);
}
