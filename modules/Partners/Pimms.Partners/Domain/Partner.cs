namespace Pimms.Partners;

/// <summary>An organisation that signs conventions and answers referrals.</summary>
internal sealed class Partner : Offer
{
    public Partner(Guid id, string name, PartnerKind kind) => (Id, Name, Kind) = (id, name, kind);

    public string Name { get; private set; }

    public PartnerKind Kind { get; private set; }

    public void Edit(string name, PartnerKind kind) => (Name, Kind) = (name, kind);
}
