namespace Pimms.Users;

/// <summary>How a person wants to be told. Beside the person, so that it is the person's own to change, and changes no version that somebody's form has seen.</summary>
internal sealed class MailChoice : Aggregate
{
    private MailChoice()
    {
    }

    /// <summary>The id is the person's. Whoever has no choice is told at once.</summary>
    public MailChoice(Guid personId) => Id = personId;

    /// <inheritdoc/>
    public override (string Kind, Guid Id) JournalSubject => ("person", Id);

    public MailDelivery Delivery { get; private set; }

    public void Choose(MailDelivery delivery) => Delivery = delivery;
}
