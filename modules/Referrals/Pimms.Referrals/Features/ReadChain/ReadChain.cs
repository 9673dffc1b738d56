namespace Pimms.Referrals;

/// <summary>The chain of redirections that a referral is part of: the mediator's side only.</summary>
internal sealed record ReadChain(Guid ReferralId) : IRequest<Result<IReadOnlyList<ChainLink>>>;

internal sealed class ReadChainHandler(ReferralsDbContext db, CurrentUser user, Journal journal) : IRequestHandler<ReadChain, Result<IReadOnlyList<ChainLink>>>
{
    public async Task<Result<IReadOnlyList<ChainLink>>> Handle(ReadChain query, CancellationToken ct)
    {
        if (user.Side != Side.Association)
            return Result.Of<IReadOnlyList<ChainLink>>([]);
        var referral = await db.Referrals.AsNoTracking().VisibleTo(user).Existing(query.ReferralId, ct);
        var chain = ReferralChain.Around(referral.Id, await db.LinksOf(user, referral.CaseId, ct));
        if (chain.Count > 0)
            journal.Saw("referral", chain.Select(link => link.Id));
        return Result.Of(chain);
    }
}
