namespace Pimms.Referrals;

/// <summary>The mandate to sign, filled in with the case: who allows whom to know what, from today until when.</summary>
internal sealed record PrintMandate(Guid CaseId, IReadOnlyList<Guid> PartnerIds, IReadOnlyList<ConsentCategory> Categories, DateOnly ValidUntil) : IRequest<Result<MandateSheet>>;

internal sealed record MandateSheet
{
    public required Guid CaseId { get; init; }

    public required string CaseNumber { get; init; }

    public required string Person { get; init; }

    public required DateOnly? BirthDate { get; init; }

    /// <summary>The language of the paper, when it is one of them.</summary>
    public required string PreferredLanguage { get; init; }

    public required string SiteName { get; init; }

    public required string MediatorName { get; init; }

    /// <summary>Whom one can choose.</summary>
    public required IReadOnlyList<PartnerName> AllPartners { get; init; }

    /// <summary>Who is chosen.</summary>
    public required IReadOnlyList<string> Partners { get; init; }

    public required IReadOnlyList<ConsentCategory> Categories { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly Until { get; init; }

    public required string TemplateHash { get; init; }
}

internal sealed class PrintMandateHandler(ReferralsDbContext db, CurrentUser user, IUserDirectory users, IPartnerDirectory partners, MandateTemplate template, Journal journal, TimeProvider clock)
    : IRequestHandler<PrintMandate, Result<MandateSheet>>
{
    public async Task<Result<MandateSheet>> Handle(PrintMandate query, CancellationToken ct)
    {
        var its = await db.Cases.AsNoTracking().VisibleTo(user).Existing(query.CaseId, ct);
        journal.Saw("case", its.Id);
        var all = await partners.Partners(ct);
        return new MandateSheet
        {
            CaseId = its.Id, CaseNumber = its.Number, Person = $"{its.Beneficiary.GivenName} {its.Beneficiary.FamilyName}", BirthDate = its.Beneficiary.BirthDate,
            PreferredLanguage = its.Beneficiary.PreferredLanguage, MediatorName = its.MediatorName,
            SiteName = (await users.Sites([its.SiteId], ct)).SingleOrDefault()?.Name ?? "",
            AllPartners = all, Partners = [.. all.Where(partner => query.PartnerIds.Contains(partner.Id)).Select(partner => partner.Name)],
            Categories = [.. query.Categories.Distinct().Order()], From = WorkingCalendar.DayOf(clock.GetUtcNow()), Until = query.ValidUntil,
            TemplateHash = template.ShortHash,
        };
    }
}
