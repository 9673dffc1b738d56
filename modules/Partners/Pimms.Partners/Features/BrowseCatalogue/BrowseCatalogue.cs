namespace Pimms.Partners;

/// <summary>The catalogue, for a unit that is to be asked something of it.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Q">Words that must all stand somewhere in a procedure; null for all.</param>
/// <param name="Theme">Null for all.</param>
internal sealed record BrowseCatalogue(Guid UnitId, string? Q, CatalogueTheme? Theme) : IRequest<Result<CatalogueForUnit>>;

internal sealed record CatalogueForUnit(Guid UnitId, string UnitName, Guid PartnerId, string PartnerName)
{
    public IReadOnlyList<IGrouping<CatalogueTheme, CatalogueEntry>> Found { get; init; } = [];
}

internal sealed class BrowseCatalogueHandler(PartnersDbContext db, CurrentUser user) : IRequestHandler<BrowseCatalogue, Result<CatalogueForUnit>>
{
    public async Task<Result<CatalogueForUnit>> Handle(BrowseCatalogue query, CancellationToken ct)
    {
        var unit = await db.Units.VisibleTo(user).Where(unit => unit.Id == query.UnitId)
            .Join(db.Partners, unit => unit.PartnerId, partner => partner.Id, (unit, partner) => new CatalogueForUnit(unit.Id, unit.Name, partner.Id, partner.Name)).SingleOrDefaultAsync(ct);
        if (unit is null)
            return Refusal.NotFound;
        var found = FormCatalogue.All.Where(entry => (query.Theme is null || entry.Theme == query.Theme) && entry.Answers(query.Q));
        return unit with { Found = [.. found.GroupBy(entry => entry.Theme)] };
    }
}
