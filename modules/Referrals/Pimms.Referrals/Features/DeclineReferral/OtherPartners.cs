namespace Pimms.Referrals;

/// <summary>The partners that one could name instead of this one.</summary>
internal sealed record OtherPartners(Guid ThanPartnerId) : IRequest<Result<IReadOnlyList<Choice>>>;

internal sealed class OtherPartnersHandler(IPartnerDirectory partners) : IRequestHandler<OtherPartners, Result<IReadOnlyList<Choice>>>
{
    public async Task<Result<IReadOnlyList<Choice>>> Handle(OtherPartners query, CancellationToken ct) =>
        (await partners.Partners(ct)).Where(partner => partner.Id != query.ThanPartnerId).Select(partner => new Choice(partner.Id, partner.Name)).ToList();
}
