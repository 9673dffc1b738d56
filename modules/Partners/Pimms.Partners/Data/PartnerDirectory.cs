namespace Pimms.Partners;

/// <summary>Asks for the caller at each read: reactions are made before they are told whose work they do.</summary>
internal sealed class PartnerDirectory(PartnersDbContext db, Forms forms, Caller caller, DatabaseSession session) : IPartnerDirectory
{
    public async Task<IReadOnlyList<PartnerName>> Partners(CancellationToken ct) =>
        await db.Partners.Where(partner => partner.Active).OrderBy(partner => partner.Name).ThenBy(partner => partner.Id)
            .Select(partner => new PartnerName(partner.Id, partner.Name)).ToListAsync(ct);

    public async Task<PartnerDetails?> Partner(Guid partnerId, CancellationToken ct)
    {
        var partner = await db.Partners.VisibleTo(caller.User).AsSingleQuery().Where(one => one.Id == partnerId && one.Active).Select(one => new
        {
            one.Name,
            Units = db.Units.Where(unit => unit.PartnerId == one.Id && unit.Active).OrderBy(unit => unit.Name).ThenBy(unit => unit.Id).Select(unit => new
            {
                unit.Id, unit.Name, unit.Instructions,
                Procedures = db.Procedures.Where(procedure => procedure.UnitId == unit.Id && procedure.Active).OrderBy(procedure => procedure.Title).ThenBy(procedure => procedure.Id)
                    .Select(procedure => new { procedure.Id, procedure.Title, procedure.FormVersion }).ToList(),
            }).ToList(),
        }).SingleOrDefaultAsync(ct);
        if (partner is null)
            return null;

        var known = await forms.Of([.. partner.Units.SelectMany(unit => unit.Procedures).Select(procedure => (procedure.Id, procedure.FormVersion))], ct);
        return new PartnerDetails(partnerId, partner.Name, [.. partner.Units.Select(unit => new UnitDetails(unit.Id, unit.Name, unit.Instructions,
            [.. unit.Procedures.Select(procedure => new ProcedureDetails(procedure.Id, unit.Id, procedure.Title, known[(procedure.Id, procedure.FormVersion)]))]))]);
    }

    public async Task<ProcedureDetails?> Procedure(Guid procedureId, int? formVersion, CancellationToken ct)
    {
        var procedure = await db.Procedures.VisibleTo(caller.User).Where(one => one.Id == procedureId)
            .Select(one => new { one.UnitId, one.Title, one.FormVersion }).SingleOrDefaultAsync(ct);
        return procedure is not null && await forms.Of(procedureId, formVersion ?? procedure.FormVersion, ct) is { } form
            ? new ProcedureDetails(procedureId, procedure.UnitId, procedure.Title, form)
            : null;
    }

    public async Task<IReadOnlyList<UnitName>> Units(IReadOnlyCollection<Guid> unitIds, CancellationToken ct) => unitIds.Count == 0 ? [] :
        await db.Units.VisibleTo(caller.User).Where(unit => unitIds.Contains(unit.Id))
            .Join(db.Partners, unit => unit.PartnerId, partner => partner.Id, (unit, partner) => new { unit, partner })
            .OrderBy(both => both.partner.Name).ThenBy(both => both.unit.Name).ThenBy(both => both.unit.Id)
            .Select(both => new UnitName(both.unit.Id, both.unit.Name, both.partner.Id, both.partner.Name)).ToListAsync(ct);

    public async Task<IReadOnlyList<UnitMailbox>> Mailboxes(IReadOnlyCollection<Guid> unitIds, CancellationToken ct) => unitIds.Count == 0 ? [] :
        await db.Units.VisibleTo(caller.User).Where(unit => unitIds.Contains(unit.Id) && unit.Active && unit.Mailbox != null)
            .Select(unit => new UnitMailbox(unit.Id, unit.Mailbox!)).ToListAsync(ct);

    public Task<IReadOnlyList<Guid>> UnitIdsOf(Guid partnerId, CancellationToken ct) => BeforeSignIn<IReadOnlyList<Guid>>(async () =>
        await db.Units.Where(unit => unit.PartnerId == partnerId).OrderBy(unit => unit.Id).Select(unit => unit.Id).ToListAsync(ct), ct);

    public Task<bool> IsActive(Guid partnerId, CancellationToken ct) => BeforeSignIn(() => db.Partners.AnyAsync(partner => partner.Id == partnerId && partner.Active, ct), ct);

    /// <summary>As background work, unless a transaction already runs.</summary>
    private async Task<T> BeforeSignIn<T>(Func<Task<T>> ask, CancellationToken ct)
    {
        await using var work = await session.Begin(CurrentUser.System("partner-directory"), ct);
        var found = await ask();
        await work.Commit(ct);
        return found;
    }
}
