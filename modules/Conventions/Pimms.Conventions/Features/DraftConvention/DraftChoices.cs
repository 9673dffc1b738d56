namespace Pimms.Conventions;

/// <summary>With whom a convention can be written; and what the one that is chosen can be asked.</summary>
internal sealed record DraftChoices(Guid? PartnerId) : IRequest<Result<DraftChoicesView>>;

/// <summary>Null when no partner is chosen yet.</summary>
internal sealed record DraftChoicesView(IReadOnlyList<PartnerName> Partners, PartnerDetails? Partner);

internal sealed class DraftChoicesHandler(IPartnerDirectory partners) : IRequestHandler<DraftChoices, Result<DraftChoicesView>>
{
    public async Task<Result<DraftChoicesView>> Handle(DraftChoices request, CancellationToken cancellationToken)
    {
        var all = await partners.Partners(cancellationToken);
        if (request.PartnerId is not { } id)
            return new DraftChoicesView(all, null);
        return await partners.Partner(id, cancellationToken) is { } partner ? new DraftChoicesView(all, partner) : Refusal.NotFound;
    }
}
