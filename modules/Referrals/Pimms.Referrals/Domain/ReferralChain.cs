namespace Pimms.Referrals;

/// <summary>One referral of a chain, as the mediator's side reads it.</summary>
/// <param name="FromId">The declined one that it goes on from; null at the beginning.</param>
internal sealed record ChainLink(Guid Id, string Number, string PartnerName, ReferralState State, Guid? FromId);

/// <summary>From the first request to the partner who has it now.</summary>
internal static class ReferralChain
{
    /// <summary>All that hangs together with a referral, in the order in which it was redirected; empty when it was never redirected.</summary>
    public static IReadOnlyList<ChainLink> Around(Guid referralId, IReadOnlyCollection<ChainLink> ofTheCase)
    {
        var byId = ofTheCase.ToDictionary(link => link.Id);
        if (!byId.TryGetValue(referralId, out var first))
            return [];
        var seen = new HashSet<Guid>();
        while (seen.Add(first.Id) && first.FromId is { } from && byId.TryGetValue(from, out var before))
            first = before;

        var following = ofTheCase.Where(link => link.FromId is not null).ToLookup(link => link.FromId!.Value);
        List<ChainLink> chain = [first];
        for (var at = 0; at < chain.Count; at++)
            chain.AddRange(following[chain[at].Id].Where(link => !chain.Contains(link)));
        return chain.Count > 1 ? chain : [];
    }
}
