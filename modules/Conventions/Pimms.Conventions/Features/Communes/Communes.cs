namespace Pimms.Conventions;

/// <summary>The communes that begin with what was typed; all of them, by name, when nothing was.</summary>
internal sealed record Communes : IRequest<Result<CommunesFound>>
{
    public string? Q { get; init; }

    /// <summary>Where the page before ended: the key and code of its last commune.</summary>
    public string? After { get; init; }
}

internal sealed record CommunesFound(IReadOnlyList<CommuneName> Rows, string? Next, int Known);

internal sealed class CommunesHandler(ConventionsDbContext db, ICommuneDirectory communes) : IRequestHandler<Communes, Result<CommunesFound>>
{
    private const int AtOnce = 50;

    public async Task<Result<CommunesFound>> Handle(Communes request, CancellationToken cancellationToken)
    {
        var known = await db.Communes.CountAsync(cancellationToken);
        if (request.Q?.Trim() is { Length: > 0 } typed)
            return new CommunesFound(await communes.Search(typed, AtOnce, cancellationToken), null, known);

        var rows = db.Communes.AsNoTracking();
        if (request.After?.Split('_') is [var key, var code])
            rows = rows.Where(commune => commune.SearchKey.CompareTo(key) > 0 || (commune.SearchKey == key && commune.Code.CompareTo(code) > 0));
        var found = await rows.OrderBy(commune => commune.SearchKey).ThenBy(commune => commune.Code).Take(AtOnce + 1).ToListAsync(cancellationToken);
        var shown = found.Take(AtOnce).ToList();
        return new CommunesFound([.. shown.Select(commune => new CommuneName(commune.Code, commune.Name))], found.Count > AtOnce ? $"{shown[^1].SearchKey}_{shown[^1].Code}" : null, known);
    }
}
