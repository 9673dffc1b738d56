namespace Pimms.Referrals.Contracts;

/// <summary>How much a person has in hand: numbers only, for whoever closes that person's access and may read none of it.</summary>
public interface IWorkInHand
{
    /// <summary>What would be without its person. All zero for somebody who has nothing in hand, or is unknown.</summary>
    Task<WorkInHand> Of(Guid personId, CancellationToken ct);

    /// <summary>Whether referrals to this partner are under way, that it has to answer.</summary>
    Task<bool> AnyFor(Guid partnerId, CancellationToken ct);
}

/// <summary>What a person has in hand.</summary>
/// <param name="Cases">Cases of which the person is the mediator in charge.</param>
/// <param name="Referrals">Open referrals of these cases: the mediator in charge reads their answers.</param>
/// <param name="Assigned">Open referrals that the person answers for a partner.</param>
/// <param name="CannedReplies">Canned replies that the person wrote for a unit of a partner; they stay with the unit.</param>
public sealed record WorkInHand(int Cases, int Referrals, int Assigned, int CannedReplies);
