using System.Text.Json;

namespace Pimms.Conventions;

/// <summary>What waits for a second administrator, as it would be done.</summary>
internal sealed record ReadProposal(Guid Id) : IRequest<Result<ProposalView>>;

/// <summary>One of activation and amendment, or neither when nothing waits.</summary>
internal sealed record ProposalView(ConventionView Convention, ActivateConvention? Activation, AmendConvention? Amendment, IReadOnlyList<Difference> Differences, bool Own);

internal sealed class ReadProposalHandler(IMediator mediator, CurrentUser user, IPartnerDirectory partners, DifferencesInWords differences) : IRequestHandler<ReadProposal, Result<ProposalView>>
{
    public async Task<Result<ProposalView>> Handle(ReadProposal request, CancellationToken cancellationToken)
    {
        if (!(await mediator.Send(new ConventionDocument(request.Id), cancellationToken)).TryGet(out var view))
            return Refusal.NotFound;
        if (view.Proposal is not { } proposal)
            return new ProposalView(view, null, null, [], false);
        if (proposal.Kind == ProposalKind.Activation)
            return new ProposalView(view, JsonSerializer.Deserialize<ActivateConvention>(proposal.Body), null, [], proposal.ById == user.Id);

        var amendment = JsonSerializer.Deserialize<AmendConvention>(proposal.Body)!;
        var after = AmendedTerms.Of(amendment, amendment.CommuneCodes, (await partners.Partner(view.PartnerId, cancellationToken))!);
        return new ProposalView(view, null, amendment, await differences.Between(view.Current, after, cancellationToken), proposal.ById == user.Id);
    }
}
