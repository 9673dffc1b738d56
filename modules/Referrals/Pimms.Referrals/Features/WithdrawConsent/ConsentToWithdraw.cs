namespace Pimms.Referrals;

/// <summary>What withdrawing a consent would do, before it is done.</summary>
internal sealed record ConsentToWithdraw(Guid CaseId, Guid ConsentId) : IRequest<Result<WithdrawalPreview>>;

/// <param name="PartnerNames">Whom the consent speaks of.</param>
/// <param name="Withdrawn">Referrals under way that would be withdrawn.</param>
/// <param name="CutOff">Finished ones that the partner would no longer see.</param>
internal sealed record WithdrawalPreview(Case Case, Consent Consent, IReadOnlyList<string> PartnerNames, IReadOnlyList<ConcernedReferral> Withdrawn, IReadOnlyList<ConcernedReferral> CutOff);

internal sealed record ConcernedReferral(Guid Id, string Number, string Subject, string PartnerName, ReferralState State);

internal sealed class ConsentToWithdrawHandler(ReferralsDbContext db, CurrentUser user, IPartnerDirectory partners, Journal journal, TimeProvider clock)
    : IRequestHandler<ConsentToWithdraw, Result<WithdrawalPreview>>
{
    public async Task<Result<WithdrawalPreview>> Handle(ConsentToWithdraw query, CancellationToken ct)
    {
        var its = await db.Cases.AsNoTracking().Include(one => one.Consents).VisibleTo(user).Existing(query.CaseId, ct);
        if (its.Consents.SingleOrDefault(one => one.Id == query.ConsentId && one.WithdrawnAt is null) is not { } consent)
            return Refusal.NotFound;

        journal.Saw("case", its.Id);
        var concerned = await db.Referrals.AsNoTracking().VisibleTo(user).ShownTo(its.OnlyCoveredBy(consent, WorkingCalendar.DayOf(clock.GetUtcNow())), its.Id).OrderBy(referral => referral.CreatedAt)
            .Select(referral => new ConcernedReferral(referral.Id, referral.Number, referral.Request.Subject, referral.To.PartnerName, referral.State)).ToListAsync(ct);
        return new WithdrawalPreview(
            its, consent, [.. (await partners.Partners(ct)).Where(partner => consent.PartnerIds.Contains(partner.Id)).Select(partner => partner.Name)],
            [.. concerned.Where(referral => ReferralMoves.OpenStates.Contains(referral.State))], [.. concerned.Where(referral => !ReferralMoves.OpenStates.Contains(referral.State))]);
    }
}
