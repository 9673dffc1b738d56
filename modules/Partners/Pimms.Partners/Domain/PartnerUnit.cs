namespace Pimms.Partners;

/// <summary>A team of a partner with its own inbox.</summary>
internal sealed class PartnerUnit : Offer
{
    public PartnerUnit(Guid id, Guid partnerId, string name, string instructions, string? mailbox) =>
        (Id, PartnerId, Name, Instructions, Mailbox) = (id, partnerId, name, instructions, mailbox);

    public Guid PartnerId { get; private set; }

    public string Name { get; private set; }

    /// <summary>What mediators should know before they write; empty when nothing.</summary>
    public string Instructions { get; private set; }

    /// <summary>The address of a mailbox that the team shares; null when it has none.</summary>
    public string? Mailbox { get; private set; }

    public void Edit(string name, string? mailbox) => (Name, Mailbox) = (name, mailbox);

    public void Instruct(string instructions) => Instructions = instructions;
}
