using System.Globalization;

namespace Pimms.Partners;

/// <summary>One partner for programs: its units, and what each can be asked, with today's forms.</summary>
internal sealed record PartnerForms(Guid PartnerId) : IRequest<Result<PartnerResource>>;

internal sealed record PartnerResource(Guid Id, string Name, PartnerKind Kind, string Version, IReadOnlyList<UnitResource> Units) : IVersioned;

internal sealed record UnitResource(Guid Id, string Name, string Instructions, IReadOnlyList<ProcedureResource> Procedures);

internal sealed record ProcedureResource(Guid Id, string Title, ProcedureForm Form);

internal sealed class PartnerFormsHandler(PartnersDbContext db, IPartnerDirectory directory) : IRequestHandler<PartnerForms, Result<PartnerResource>>
{
    public async Task<Result<PartnerResource>> Handle(PartnerForms query, CancellationToken ct)
    {
        if (await directory.Partner(query.PartnerId, ct) is not { } partner)
            return Refusal.NotFound;
        var row = await db.Partners.Where(one => one.Id == partner.Id).Select(one => new { one.Kind, one.Version }).SingleAsync(ct);
        return new PartnerResource(partner.Id, partner.Name, row.Kind, row.Version.ToString(CultureInfo.InvariantCulture),
            [.. partner.Units.Select(unit => new UnitResource(unit.Id, unit.Name, unit.Instructions, [.. unit.Procedures.Select(procedure => new ProcedureResource(procedure.Id, procedure.Title, procedure.Form))]))]);
    }
}
