namespace Pimms.Referrals;

/// <summary>The cases of one's sites, the latest first.</summary>
[Unsearched("a search keeps nothing")]
internal sealed record Cases : IRequest<Result<CasesPage>>, IPaged
{
    /// <summary>A number, or the beginning of a family name.</summary>
    public string? Q { get; init; }

    /// <summary>Only those that the reader is in charge of.</summary>
    public bool Mine { get; init; }

    /// <summary>Where the page before ended.</summary>
    public string? After { get; init; }

    /// <summary>1 to 100.</summary>
    public int Limit { get; init; } = 25;
}

internal sealed record CaseRow(Guid Id, string Number, string FamilyName, string GivenName, string Situation, DateOnly? HarmDate, string MediatorName, DateTimeOffset OpenedAt, int Referrals, int ToDo)
{
    private const int FitsOnALine = 90;

    /// <summary>As much of the situation as a row has room for.</summary>
    public string Beginning => Situation.Length <= FitsOnALine ? Situation : $"{Situation[..LastSpace].TrimEnd(' ', ',', ';', '.')}…";

    private int LastSpace => Situation.LastIndexOf(' ', FitsOnALine) is > 0 and var space ? space : FitsOnALine;
}

internal sealed record CasesPage(IReadOnlyList<CaseRow> Rows, string? Next);

internal sealed class CasesValidator : AbstractValidator<Cases>
{
    public CasesValidator() => RuleFor(cases => cases.Limit).InclusiveBetween(1, 100).WithMessage("Inbox.LimitOutOfBounds");
}

internal sealed class CasesHandler(ReferralsDbContext db, CurrentUser user, Journal journal) : IRequestHandler<Cases, Result<CasesPage>>
{
    public async Task<Result<CasesPage>> Handle(Cases query, CancellationToken ct)
    {
        var cases = db.Cases.AsNoTracking().VisibleTo(user);
        if (query.Mine)
            cases = cases.Where(one => one.MediatorId == user.Id);
        if (query.Q?.Trim() is { Length: > 0 } words)
            cases = cases.Where(one => one.Number.EndsWith(words) || EF.Functions.ILike(one.Beneficiary.FamilyName, $"{InboxFilters.Escaped(words)}%", "\\"));
        if (PageCursor.Id(query) is { } after)
            cases = cases.Where(one => one.Id < after);

        var toDo = InboxFilters.ToDo(Side.Association);
        var found = await cases.OrderByDescending(one => one.Id).Take(query.Limit + 1).Select(one => new CaseRow(
            one.Id, one.Number, one.Beneficiary.FamilyName, one.Beneficiary.GivenName, one.Situation, one.HarmDate, one.MediatorName, one.OpenedAt,
            db.Referrals.Count(referral => referral.CaseId == one.Id), db.Referrals.Count(referral => referral.CaseId == one.Id && toDo.Contains(referral.State)))).ToListAsync(ct);
        var rows = found.Take(query.Limit).ToList();
        journal.Saw("case", rows.Select(row => row.Id));
        return new CasesPage(rows, found.Count > query.Limit ? PageCursor.Of(query, rows[^1].Id) : null);
    }
}
