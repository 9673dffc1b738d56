namespace Pimms.Users;

/// <summary>What became of the last mail that invited a person. Beside the person, so that its sending changes no version that somebody has seen; while there is none, it waits for the identity provider.</summary>
internal sealed class Invitation
{
    public required Guid PersonId { get; init; }

    /// <summary>The person's; it says who sees the row.</summary>
    public Guid? PartnerId { get; init; }

    public required DateTimeOffset SentAt { get; set; }

    /// <summary>Until when its link opens the account; null where it has no end.</summary>
    public DateTimeOffset? EndsAt { get; set; }

    /// <summary>It could not be sent: the address is an account that somebody else enters with, and it stays theirs.</summary>
    public bool Impossible { get; set; }
}
