namespace Pimms.Partners;

/// <summary>A unit as the pages that change it, or add to it, show it.</summary>
internal sealed record ShowUnit(Guid UnitId) : IRequest<Result<UnitFacts>>;

internal sealed record UnitFacts(Guid Id, uint Version, string Name, string Instructions, string? Mailbox, bool Active, Guid PartnerId, string PartnerName);

internal sealed class ShowUnitHandler(PartnersDbContext db, CurrentUser user) : IRequestHandler<ShowUnit, Result<UnitFacts>>
{
    public async Task<Result<UnitFacts>> Handle(ShowUnit query, CancellationToken ct) =>
        await db.Units.VisibleTo(user).Where(unit => unit.Id == query.UnitId)
            .Join(db.Partners, unit => unit.PartnerId, partner => partner.Id, (unit, partner) =>
                new UnitFacts(unit.Id, unit.Version, unit.Name, unit.Instructions, unit.Mailbox, unit.Active, partner.Id, partner.Name))
            .SingleOrDefaultAsync(ct) is { } found ? found : Refusal.NotFound;
}
