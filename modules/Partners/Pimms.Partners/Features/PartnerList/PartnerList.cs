namespace Pimms.Partners;

/// <summary>Partners by name, a page at a time; for administrators those switched off as well.</summary>
/// <param name="Kind">Only these.</param>
/// <param name="After">The last partner of the page before.</param>
internal sealed record PartnerList(PartnerKind? Kind, Guid? After) : IRequest<Result<PartnerListing>>;

internal sealed record PartnerListing(IReadOnlyList<PartnerRow> Rows, Guid? Next, bool MayManage);

internal sealed record PartnerRow(Guid Id, string Name, PartnerKind Kind, bool Active, int Units, int Procedures);

internal sealed class PartnerListHandler(PartnersDbContext db, CurrentUser user, PermissionTable permissions) : IRequestHandler<PartnerList, Result<PartnerListing>>
{
    private const int Size = 50;

    public async Task<Result<PartnerListing>> Handle(PartnerList query, CancellationToken ct)
    {
        var rows = await db.Partners.VisibleTo(user)
            .Where(partner => (partner.Active || user.SeesInactive()) && (query.Kind == null || partner.Kind == query.Kind))
            .After(db.Partners, query.After)
            .Take(Size + 1)
            .Select(partner => new PartnerRow(partner.Id, partner.Name, partner.Kind, partner.Active,
                db.Units.Count(unit => unit.PartnerId == partner.Id && unit.Active),
                db.Procedures.Count(procedure => procedure.PartnerId == partner.Id && procedure.Active && db.Units.Any(unit => unit.Id == procedure.UnitId && unit.Active))))
            .ToListAsync(ct);
        return new PartnerListing([.. rows.Take(Size)], rows.Count > Size ? rows[Size - 1].Id : null, permissions.Allows(user, PartnersPermissions.Manage));
    }
}
