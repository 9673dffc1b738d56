namespace Pimms.Referrals;

/// <summary>The active units of a partner, but one.</summary>
internal sealed record OtherUnits(Guid PartnerId, Guid ThanUnitId) : IRequest<Result<IReadOnlyList<Choice>>>;

internal sealed class OtherUnitsHandler(IPartnerDirectory partners) : IRequestHandler<OtherUnits, Result<IReadOnlyList<Choice>>>
{
    public async Task<Result<IReadOnlyList<Choice>>> Handle(OtherUnits query, CancellationToken ct) =>
        ((await partners.Partner(query.PartnerId, ct))?.Units ?? []).Where(unit => unit.Id != query.ThanUnitId).Select(unit => new Choice(unit.Id, unit.Name)).ToList();
}
