namespace Pimms.Partners;

/// <summary>A procedure as the pages that change it show it, with today's form.</summary>
internal sealed record ShowProcedure(Guid ProcedureId) : IRequest<Result<ProcedureFacts>>;

internal sealed record ProcedureFacts(Guid Id, uint Version, string Title, string Description, bool Active, ProcedureForm Form, string UnitName, Guid PartnerId, string PartnerName);

internal sealed class ShowProcedureHandler(PartnersDbContext db, Forms forms, CurrentUser user) : IRequestHandler<ShowProcedure, Result<ProcedureFacts>>
{
    public async Task<Result<ProcedureFacts>> Handle(ShowProcedure query, CancellationToken ct)
    {
        if (await db.Procedures.VisibleTo(user).AsNoTracking().SingleOrDefaultAsync(procedure => procedure.Id == query.ProcedureId, ct) is not { } found)
            return Refusal.NotFound;
        var unit = await db.Units.Where(unit => unit.Id == found.UnitId).Select(unit => unit.Name).SingleAsync(ct);
        var partner = await db.Partners.Where(partner => partner.Id == found.PartnerId).Select(partner => partner.Name).SingleAsync(ct);
        var form = await forms.Of(found.Id, found.FormVersion, ct);
        return new ProcedureFacts(found.Id, found.Version, found.Title, found.Description, found.Active, form!, unit, found.PartnerId, partner);
    }
}
