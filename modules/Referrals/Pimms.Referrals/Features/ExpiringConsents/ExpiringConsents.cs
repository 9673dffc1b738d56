namespace Pimms.Referrals;

/// <summary>The consents of one's sites that end within a month, or have ended while referrals run, where no longer one covers as much.</summary>
internal sealed record ExpiringConsents : IRequest<Result<IReadOnlyList<ExpiringConsent>>>
{
    public const int WithinDays = 30;
}

/// <param name="Running">Referrals under way with these partners.</param>
internal sealed record ExpiringConsent(Guid CaseId, string CaseNumber, string Person, string MediatorName, Guid ConsentId, ConsentKind Kind, DateOnly ValidUntil, IReadOnlyList<string> PartnerNames, int Running);

internal sealed class ExpiringConsentsHandler(ReferralsDbContext db, CurrentUser user, IPartnerDirectory partners, Journal journal, TimeProvider clock)
    : IRequestHandler<ExpiringConsents, Result<IReadOnlyList<ExpiringConsent>>>
{
    public async Task<Result<IReadOnlyList<ExpiringConsent>>> Handle(ExpiringConsents query, CancellationToken ct)
    {
        var today = WorkingCalendar.DayOf(clock.GetUtcNow());
        var soon = today.AddDays(ExpiringConsents.WithinDays);
        ReferralState[] open = [.. ReferralMoves.OpenStates];
        var running = db.Referrals.Where(referral => open.Contains(referral.State));
        var cases = await db.Cases.AsNoTracking().Include(one => one.Consents).VisibleTo(user).Where(one =>
            one.Consents.Any(consent => consent.WithdrawnAt == null && consent.ValidUntil >= today && consent.ValidUntil <= soon)
            || (one.Consents.Any(consent => consent.WithdrawnAt == null && consent.ValidUntil < today) && running.Any(referral => referral.CaseId == one.Id))).ToListAsync(ct);
        var ids = cases.Select(one => one.Id).ToList();
        var asked = (await running.VisibleTo(user).Where(referral => ids.Contains(referral.CaseId)).Select(referral => new { referral.CaseId, referral.To.PartnerId }).ToListAsync(ct))
            .ToLookup(referral => referral.CaseId, referral => referral.PartnerId);
        var names = (await partners.Partners(ct)).ToDictionary(partner => partner.Id, partner => partner.Name);

        var found = from its in cases
                    from consent in its.Consents
                    let ends = its.EndsFor(consent, soon).Where(partner => consent.ValidUntil >= today || asked[its.Id].Contains(partner)).ToList()
                    where ends.Count > 0
                    orderby consent.ValidUntil, its.Number
                    select new ExpiringConsent(its.Id, its.Number, $"{its.Beneficiary.FamilyName} {its.Beneficiary.GivenName}", its.MediatorName, consent.Id, consent.Kind, consent.ValidUntil,
                        [.. ends.Select(partner => names.GetValueOrDefault(partner)).OfType<string>().Order(StringComparer.CurrentCulture)], asked[its.Id].Count(ends.Contains));
        var rows = found.ToList();
        journal.Saw("case", rows.Select(row => row.CaseId).Distinct());
        return rows;
    }
}
