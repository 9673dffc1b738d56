namespace Pimms.Partners;

/// <summary>Something mediators can turn to: nothing of it is ever deleted, since referrals keep pointing to it.</summary>
internal abstract class Offer : Aggregate
{
    /// <summary>Whether new referrals may go there; those under way finish in any case.</summary>
    public bool Active { get; private set; } = true;

    public void Switch(bool active) => Active = active;
}
