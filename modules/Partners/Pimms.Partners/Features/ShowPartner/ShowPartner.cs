namespace Pimms.Partners;

/// <summary>A partner with its units, what they ask to know, and what they can be asked.</summary>
internal sealed record ShowPartner(Guid PartnerId) : IRequest<Result<PartnerSheet>>;

internal sealed record PartnerSheet(Guid Id, uint Version, string Name, PartnerKind Kind, bool Active, IReadOnlyList<UnitSheet> Units, bool MayManage, bool MayInstruct, bool IsOwn)
{
    public int ActiveUnits => Units.Count(unit => unit.Active);
}

internal sealed record UnitSheet(Guid Id, string Name, string Instructions, string? Mailbox, bool Active, IReadOnlyList<ProcedureSheet> Procedures);

/// <param name="Channel">Whether it may be asked for today, wherever the person lives; null when switched off.</param>
internal sealed record ProcedureSheet(Guid Id, string Title, string Description, bool Active, ProcedureForm Form, Channel? Channel);

internal sealed class ShowPartnerHandler(PartnersDbContext db, Forms forms, IConventionDirectory conventions, CurrentUser user, PermissionTable permissions, TimeProvider clock) : IRequestHandler<ShowPartner, Result<PartnerSheet>>
{
    public async Task<Result<PartnerSheet>> Handle(ShowPartner query, CancellationToken ct)
    {
        if (await db.Partners.VisibleTo(user).AsNoTracking().SingleOrDefaultAsync(partner => partner.Id == query.PartnerId, ct) is not { } found)
            return Refusal.NotFound;

        var all = user.SeesInactive();
        var units = await db.Units.AsNoTracking().Where(unit => unit.PartnerId == found.Id && (unit.Active || all)).OrderByDescending(unit => unit.Active).ThenBy(unit => unit.Name).ToListAsync(ct);
        var procedures = await db.Procedures.AsNoTracking().Where(procedure => procedure.PartnerId == found.Id && (procedure.Active || all))
            .OrderByDescending(procedure => procedure.Active).ThenBy(procedure => procedure.Title).ToListAsync(ct);
        var known = await forms.Of([.. procedures.Select(procedure => (procedure.Id, procedure.FormVersion))], ct);
        var channels = await conventions.Channels(found.Id, [.. procedures.Where(procedure => procedure.Active).Select(procedure => procedure.Id)], commune: null, WorkingCalendar.DayOf(clock.GetUtcNow()), ct);
        var ofUnit = procedures.ToLookup(procedure => procedure.UnitId, procedure => new ProcedureSheet(
            procedure.Id, procedure.Title, procedure.Description, procedure.Active, known[(procedure.Id, procedure.FormVersion)], channels.GetValueOrDefault(procedure.Id)));

        // Mediators write here, not to a mailbox: its address is for those who run it.
        return new PartnerSheet(found.Id, found.Version, found.Name, found.Kind, found.Active,
            [.. units.Select(unit => new UnitSheet(unit.Id, unit.Name, unit.Instructions, all ? unit.Mailbox : null, unit.Active, [.. ofUnit[unit.Id]]))],
            permissions.Allows(user, PartnersPermissions.Manage), permissions.Allows(user, PartnersPermissions.Instruct), IsOwn: user.PartnerId == found.Id);
    }
}
