namespace Pimms.Referrals;

/// <summary>Whether a social-security number may stand in a referral: as the convention says that it was sent under, or would be sent under today.</summary>
internal sealed class NirTerms(ReferralsDbContext db, CurrentUser user, IConventionDirectory conventions, TimeProvider clock)
{
    public async Task<bool> AllowedBy(Guid? referralId, CancellationToken ct)
    {
        if (referralId is null || await db.Referrals.AsNoTracking().VisibleTo(user).SingleOrDefaultAsync(one => one.Id == referralId, ct) is not { } referral)
            return false;
        if (referral.Terms is { } agreed)
            return agreed.NirAllowed;
        var commune = await db.Cases.VisibleTo(user).Where(one => one.Id == referral.CaseId).Select(one => one.Beneficiary.Commune).SingleOrDefaultAsync(ct);
        var channel = await conventions.Channel(referral.To.PartnerId, referral.To.ProcedureId, commune, WorkingCalendar.DayOf(clock.GetUtcNow()), ct);
        return channel.Terms?.NirAllowed ?? false;
    }
}
