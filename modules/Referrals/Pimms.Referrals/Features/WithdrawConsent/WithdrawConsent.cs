namespace Pimms.Referrals;

/// <summary>
/// Takes a consent back from some of its partners, or from all: withdraws the referrals concerned in the same transaction, and cuts these
/// partners' view at once. Only a tombstone says why.
/// </summary>
/// <param name="PartnerIds">From whom; from all when null.</param>
internal sealed record WithdrawConsent(Guid CaseId, Guid ConsentId, IReadOnlyList<Guid>? PartnerIds = null) : IRequest<Result>;

internal sealed class WithdrawConsentValidator : AbstractValidator<WithdrawConsent>
{
    public WithdrawConsentValidator() =>
        RuleFor(withdraw => withdraw.PartnerIds).NotEmpty().When(withdraw => withdraw.PartnerIds is not null).WithMessage("WithdrawConsent.PartnersMissing");
}

internal sealed class WithdrawConsentHandler(ReferralsDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<WithdrawConsent, Result>
{
    public async Task<Result> Handle(WithdrawConsent command, CancellationToken ct)
    {
        await db.HoldCase(command.CaseId, ct);
        var its = await db.Cases.VisibleTo(user).Include(one => one.Consents).SingleOrDefaultAsync(one => one.Id == command.CaseId, ct);
        if (its?.Consents.SingleOrDefault(one => one.Id == command.ConsentId) is not { } consent)
            return Refusal.NotFound;
        if (command.PartnerIds?.All(consent.PartnerIds.Contains) == false)
            return Refusal.Of(nameof(command.PartnerIds), "WithdrawConsent.PartnerUnknown");

        // Whoever moves one of them at this moment is waited for: what it did is withdrawn too.
        await db.HoldReferralsOf(its.Id, ct);
        var now = clock.GetUtcNow();
        var partners = consent.Partners.Intersect(command.PartnerIds ?? consent.PartnerIds).ToList();
        var concerned = await db.Referrals.VisibleTo(user).ShownTo(partners, its.Id).ToListAsync(ct);
        var withDocuments = await db.WithDocumentsOfThePerson(concerned, ct);
        foreach (var referral in concerned.Where(referral => referral.LosesConsent(its, consent, withDocuments.Contains(referral.Id), WorkingCalendar.DayOf(now))))
        {
            if (ReferralMoves.OpenStates.Contains(referral.State))
                referral.Withdraw(WithdrawReason.ConsentWithdrawn, null, user, now);
            db.Tombstones.Add(referral.CutOff(now));
        }
        consent.Withdraw(partners, user, now);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}

internal static class ConcernedReferrals
{
    /// <summary>Everything these partners can still see of the case, whether it is finished or not.</summary>
    public static IQueryable<Referral> ShownTo(this IQueryable<Referral> referrals, IReadOnlyCollection<Guid> partnerIds, Guid caseId) =>
        referrals.Where(referral => referral.CaseId == caseId && partnerIds.Contains(referral.To.PartnerId) && referral.VisibleToUnit != Guid.Empty);

    /// <summary>Those with files that a consent must cover.</summary>
    public static async Task<IReadOnlySet<Guid>> WithDocumentsOfThePerson(this ReferralsDbContext db, IEnumerable<Referral> referrals, CancellationToken ct)
    {
        var ids = referrals.Select(referral => referral.Id).ToList();
        return await db.Documents.AsNoTracking().OfThePerson().Where(document => ids.Contains(document.ReferralId)).Select(document => document.ReferralId).ToHashSetAsync(ct);
    }

    /// <summary>Whether without this consent something that the partner knows by the referral is covered by none.</summary>
    public static bool LosesConsent(this Referral referral, Case its, Consent without, bool documents, DateOnly day) =>
        its.NotCovered(referral.To.PartnerId, referral.Shared(documents), day, without).Count > 0;
}
