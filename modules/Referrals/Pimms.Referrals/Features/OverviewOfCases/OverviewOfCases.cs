namespace Pimms.Referrals;

/// <summary>All cases as an administrator may see them, the latest first: numbers, dates, and where their referrals went; never content.</summary>
internal sealed record OverviewOfCases : IRequest<Result<CasesOverseen>>, IPaged
{
    /// <summary>The end of a number.</summary>
    public string? Q { get; init; }

    public Guid? SiteId { get; init; }

    /// <summary>Where the page before ended.</summary>
    public string? After { get; init; }
}

/// <param name="Referrals">Those that were sent.</param>
internal sealed record OverseenCase(Guid Id, string Number, Guid SiteId, DateTimeOffset OpenedAt, IReadOnlyList<OverseenReferral> Referrals)
{
    public IEnumerable<string> PartnerNames => Referrals.Select(referral => referral.PartnerName).Distinct().Order(StringComparer.CurrentCulture);

    /// <summary>How many of the referrals are not at their end.</summary>
    public int Running => Referrals.Count(referral => referral.State is not (ReferralState.Closed or ReferralState.Withdrawn));

    public DateTimeOffset LastMove => Referrals.Select(referral => referral.ChangedAt).Append(OpenedAt).Max();
}

internal sealed record OverseenReferral(string PartnerName, ReferralState State, DateTimeOffset ChangedAt);

/// <param name="Rows">At most 50.</param>
/// <param name="Next">What to give back as <see cref="OverviewOfCases.After"/>; null at the end.</param>
/// <param name="Sites">All of the association's, by id.</param>
internal sealed record CasesOverseen(IReadOnlyList<OverseenCase> Rows, string? Next, IReadOnlyDictionary<Guid, string> Sites);

internal sealed class OverviewOfCasesHandler(ReferralsDbContext db, DatabaseSession session, CurrentUser user, IUserDirectory users, Journal journal) : IRequestHandler<OverviewOfCases, Result<CasesOverseen>>
{
    private const int Most = 50;

    public async Task<Result<CasesOverseen>> Handle(OverviewOfCases query, CancellationToken ct)
    {
        var found = await session.Oversee(() => Matching(query).OrderByDescending(one => one.OpenedAt).ThenByDescending(one => one.Id).Take(Most + 1).Select(one => new OverseenCase(one.Id, one.Number, one.SiteId, one.OpenedAt,
            db.Referrals.OverseenBy(user).Where(referral => referral.CaseId == one.Id).Select(referral => new OverseenReferral(referral.To.PartnerName, referral.State, referral.ChangedAt)).ToList())).ToListAsync(ct), ct);
        var rows = found.Take(Most).ToList();
        journal.Saw("case", rows.Select(row => row.Id));
        return new CasesOverseen(rows, found.Count > Most ? PageCursor.Of(query, rows[^1].OpenedAt, rows[^1].Id) : null, (await users.Sites(ct)).ToDictionary(site => site.Id, site => site.Name));
    }

    private IQueryable<Case> Matching(OverviewOfCases query)
    {
        var cases = db.Cases.AsNoTracking().OverseenBy(user);
        if (query.Q?.Trim() is { Length: > 0 } number)
            cases = cases.Where(one => one.Number.EndsWith(number));
        if (query.SiteId is { } site)
            cases = cases.Where(one => one.SiteId == site);
        if (PageCursor.Instant(query) is var (openedAt, after))
            cases = cases.Where(one => one.OpenedAt < openedAt || (one.OpenedAt == openedAt && one.Id < after));
        return cases;
    }
}
