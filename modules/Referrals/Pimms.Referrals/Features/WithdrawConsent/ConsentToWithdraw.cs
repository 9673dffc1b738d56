namespace Pimms.Referrals;

/// <summary>What withdrawing a consent would do, partner by partner, before it is done.</summary>
internal sealed record ConsentToWithdraw(Guid CaseId, Guid ConsentId) : IRequest<Result<WithdrawalPreview>>;

internal sealed record WithdrawalPreview(Case Case, Consent Consent, IReadOnlyList<WithdrawalFromPartner> Partners)
{
    public IEnumerable<ConcernedReferral> Withdrawn => Partners.SelectMany(partner => partner.Withdrawn);
}

/// <param name="Withdrawn">Referrals under way that would be withdrawn.</param>
/// <param name="CutOff">Finished ones that the partner would no longer see.</param>
internal sealed record WithdrawalFromPartner(Guid Id, string Name, IReadOnlyList<ConcernedReferral> Withdrawn, IReadOnlyList<ConcernedReferral> CutOff);

internal sealed record ConcernedReferral(Guid Id, string Number, string Subject);

internal sealed class ConsentToWithdrawHandler(ReferralsDbContext db, CurrentUser user, IPartnerDirectory partners, Journal journal, TimeProvider clock)
    : IRequestHandler<ConsentToWithdraw, Result<WithdrawalPreview>>
{
    public async Task<Result<WithdrawalPreview>> Handle(ConsentToWithdraw query, CancellationToken ct)
    {
        var its = await db.Cases.AsNoTracking().Include(one => one.Consents).VisibleTo(user).Existing(query.CaseId, ct);
        if (its.Consents.SingleOrDefault(one => one.Id == query.ConsentId) is not { } consent)
            return Refusal.NotFound;

        journal.Saw("case", its.Id);
        var today = WorkingCalendar.DayOf(clock.GetUtcNow());
        var shown = await db.Referrals.AsNoTracking().VisibleTo(user).ShownTo([.. consent.Partners], its.Id).OrderBy(referral => referral.CreatedAt).ToListAsync(ct);
        var withDocuments = await db.WithDocumentsOfThePerson(shown, ct);
        var concerned = shown.Where(referral => referral.LosesConsent(its, consent, withDocuments.Contains(referral.Id), today)).ToLookup(referral => referral.To.PartnerId);
        var names = (await partners.Partners(ct)).ToDictionary(partner => partner.Id, partner => partner.Name);
        return new WithdrawalPreview(its, consent, [.. consent.Partners.Select(partner => new WithdrawalFromPartner(
            partner, names.GetValueOrDefault(partner, ""),
            [.. concerned[partner].Where(IsOpen).Select(InShort)], [.. concerned[partner].Where(referral => !IsOpen(referral)).Select(InShort)])).OrderBy(partner => partner.Name, StringComparer.CurrentCulture)]);
    }

    private static bool IsOpen(Referral referral) => ReferralMoves.OpenStates.Contains(referral.State);

    private static ConcernedReferral InShort(Referral referral) => new(referral.Id, referral.Number, referral.Request.Subject);
}
