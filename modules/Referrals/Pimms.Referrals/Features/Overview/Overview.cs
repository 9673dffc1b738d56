namespace Pimms.Referrals;

/// <summary>All referrals as an administrator may see them, the latest first: numbers, dates, states, partners; never content.</summary>
internal sealed record Overview : IRequest<Result<OverviewPageOf>>
{
    /// <summary>The end of a number.</summary>
    public string? Q { get; init; }

    public Guid? PartnerId { get; init; }

    public Guid? SiteId { get; init; }

    public ReferralState? State { get; init; }

    /// <summary>Only those whose running clock is past.</summary>
    public bool Late { get; init; }

    /// <summary>Where the page before ended.</summary>
    public string? After { get; init; }
}

internal sealed record OverviewRow(
    Guid Id, string Number, string SiteName, string PartnerName, string UnitName, string ProcedureTitle, ReferralState State, DateTimeOffset? SentAt, DateTimeOffset? SeenAt, DateTimeOffset ChangedAt,
    DateOnly? AcknowledgeDueOn, bool Acknowledged, DateOnly? AnswerDueOn, DateOnly? ResumeOn, bool Paused);

/// <param name="Rows">At most 50.</param>
/// <param name="Next">What to give back as <see cref="Overview.After"/>; null at the end.</param>
/// <param name="Partners">To narrow the list by.</param>
/// <param name="Sites">To narrow the list by.</param>
internal sealed record OverviewPageOf(IReadOnlyList<OverviewRow> Rows, string? Next, IReadOnlyList<Choice> Partners, IReadOnlyList<Choice> Sites);

internal sealed class OverviewHandler(ReferralsDbContext db, DatabaseSession session, CurrentUser user, IPartnerDirectory partners, IUserDirectory users, Journal journal, TimeProvider clock)
    : IRequestHandler<Overview, Result<OverviewPageOf>>
{
    private const int Most = 50;

    public async Task<Result<OverviewPageOf>> Handle(Overview query, CancellationToken ct)
    {
        var found = await session.Oversee(() => Matching(query).OrderByDescending(referral => referral.Id).Take(Most + 1).Select(referral => new OverviewRow(
            referral.Id, referral.Number, referral.SiteName, referral.To.PartnerName, referral.To.UnitName, referral.To.ProcedureTitle, referral.State, referral.SentAt, referral.SeenAt, referral.ChangedAt,
            referral.Clocks.AcknowledgeDueOn, referral.Clocks.AcknowledgedAt != null, referral.Clocks.AnswerDueOn, referral.ResumeOn, referral.Clocks.DaysLeftAtPause != null)).ToListAsync(ct), ct);
        var rows = found.Take(Most).ToList();
        journal.Saw("referral", rows.Select(row => row.Id));
        return new OverviewPageOf(rows, found.Count > Most ? rows[^1].Id.ToString() : null,
            [.. (await partners.Partners(ct)).Select(partner => new Choice(partner.Id, partner.Name))], [.. (await users.Sites(ct)).Select(site => new Choice(site.Id, site.Name))]);
    }

    private IQueryable<Referral> Matching(Overview query)
    {
        var referrals = db.Referrals.AsNoTracking().OverseenBy(user);
        if (query.Q?.Trim() is { Length: > 0 } number)
            referrals = referrals.Where(referral => referral.Number.EndsWith(number));
        if (query.PartnerId is { } partner)
            referrals = referrals.Where(referral => referral.To.PartnerId == partner);
        if (query.SiteId is { } site)
            referrals = referrals.Where(referral => referral.SiteId == site);
        if (query.State is { } state)
            referrals = referrals.Where(referral => referral.State == state);
        if (query.Late)
        {
            var today = WorkingCalendar.DayOf(clock.GetUtcNow());
            referrals = referrals.Where(referral =>
                (referral.State == ReferralState.Sent && referral.Clocks.AcknowledgedAt == null && referral.Clocks.AcknowledgeDueOn < today)
                || ((referral.State == ReferralState.Sent || referral.State == ReferralState.Accepted || (referral.State == ReferralState.OnHold && referral.Clocks.DaysLeftAtPause == null)) && referral.Clocks.AnswerDueOn < today));
        }
        if (Guid.TryParse(query.After, out var after))
            referrals = referrals.Where(referral => referral.Id < after);
        return referrals;
    }
}
