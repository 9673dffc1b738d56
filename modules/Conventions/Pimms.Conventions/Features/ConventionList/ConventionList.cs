namespace Pimms.Conventions;

/// <summary>The conventions that one may read, the one that ends first on top; those that are over, the latest on top.</summary>
internal sealed record ConventionList : IRequest<Result<ConventionsPage>>, IPaged
{
    /// <summary>Only those in this state; null for all.</summary>
    public ConventionState? State { get; init; }

    /// <summary>Those in any of these states, as programs ask; none for all.</summary>
    public IReadOnlyList<ConventionState> States { get; init; } = [];

    /// <summary>Only those that are not over.</summary>
    public bool Current { get; init; }

    /// <summary>Those of any of these partners; none for all.</summary>
    public IReadOnlyList<Guid> PartnerIds { get; init; } = [];

    /// <summary>Part of the partner's name, the reference or the title.</summary>
    public string? Q { get; init; }

    /// <summary>Where the page before ended.</summary>
    public string? After { get; init; }

    /// <summary>1 to 100.</summary>
    public int Limit { get; init; } = 25;
}

/// <summary>A convention in the list.</summary>
internal sealed record ConventionRow(
    Guid Id, uint Version, ConventionState State, Guid PartnerId, string PartnerName, string Reference, string Title, DateOnly StartsOn, DateOnly EndsOn, DateOnly? NoticeBy, int Procedures, bool Incomplete);

internal sealed record ConventionsPage(IReadOnlyList<ConventionRow> Rows, string? Next, IReadOnlyDictionary<ConventionState, int> Counts);

internal sealed class ConventionListValidator : AbstractValidator<ConventionList>
{
    public ConventionListValidator() => RuleFor(list => list.Limit).InclusiveBetween(1, 100).WithMessage("ConventionList.LimitOutOfBounds");
}

internal sealed class ConventionListHandler(ConventionsDbContext db, CurrentUser user) : IRequestHandler<ConventionList, Result<ConventionsPage>>
{
    public async Task<Result<ConventionsPage>> Handle(ConventionList request, CancellationToken cancellationToken)
    {
        var matching = Matching(request);
        var counts = await matching.GroupBy(one => one.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);

        var rows = await InOrder(InView(matching, request), request).Take(request.Limit + 1).Select(one => new ConventionRow(
            one.Id, one.Version, one.State, one.PartnerId, one.PartnerName, one.Reference, one.Title, one.StartsOn, one.EndsOn, one.NoticeBy,
            one.Terms.OrderByDescending(terms => terms.Number).First().Commitments.Count,
            one.SignedOn != null && !one.Files.Any(file => file.Kind == FileKind.SignedConvention && file.File.State != DocumentState.Rejected))).ToListAsync(cancellationToken);
        var shown = rows.Take(request.Limit).ToList();
        return new ConventionsPage(shown, rows.Count > request.Limit ? PageCursor.Of(request, shown[^1].EndsOn, shown[^1].Id) : null, counts);
    }

    private IQueryable<Convention> Matching(ConventionList request)
    {
        var conventions = db.Conventions.AsNoTracking().VisibleTo(user);
        if (request.PartnerIds.Count > 0)
            conventions = conventions.Where(one => request.PartnerIds.Contains(one.PartnerId));
        if (request.Q?.Trim() is { Length: > 0 } words)
        {
            var pattern = $"%{words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
            conventions = conventions.Where(one => EF.Functions.ILike(one.PartnerName, pattern, "\\") || EF.Functions.ILike(one.Reference, pattern, "\\") || EF.Functions.ILike(one.Title, pattern, "\\"));
        }
        return conventions;
    }

    private static IQueryable<Convention> InView(IQueryable<Convention> conventions, ConventionList request)
    {
        if (request.State is { } state)
            conventions = conventions.Where(one => one.State == state);
        if (request.States.Count > 0)
            conventions = conventions.Where(one => request.States.Contains(one.State));
        return request.Current ? conventions.Where(one => one.State != ConventionState.Ended) : conventions;
    }

    private static IQueryable<Convention> InOrder(IQueryable<Convention> conventions, ConventionList request)
    {
        var latestFirst = request.State == ConventionState.Ended;
        if (PageCursor.Day(request) is var (end, id))
        {
            conventions = latestFirst
                ? conventions.Where(one => one.EndsOn < end || (one.EndsOn == end && one.Id < id))
                : conventions.Where(one => one.EndsOn > end || (one.EndsOn == end && one.Id > id));
        }
        return latestFirst ? conventions.OrderByDescending(one => one.EndsOn).ThenByDescending(one => one.Id) : conventions.OrderBy(one => one.EndsOn).ThenBy(one => one.Id);
    }
}
