namespace Pimms.Users;

/// <summary>People's accounts at the identity provider. The platform says who may enter; these follow.</summary>
internal interface IAccounts
{
    /// <summary>Makes the person's account, or finds it, and sends the mail that opens it.</summary>
    /// <returns>What became of it; null where the provider sends no mail of its own and the platform has to write one.</returns>
    /// <exception cref="HttpRequestException">The provider does not answer, or says no: to be tried again.</exception>
    Task<SentInvitation?> Invite(Person person, CancellationToken ct);

    /// <summary>Makes the account say what the platform says: open or closed, name, role, partner. Closing it ends its sessions there.</summary>
    /// <exception cref="HttpRequestException">The provider does not answer, or says no: to be tried again.</exception>
    Task Align(Person person, CancellationToken ct);

    /// <summary>Ends one session there, so that no click leads back in without signing in; one that is gone is none.</summary>
    /// <exception cref="HttpRequestException">The provider does not answer, or says no.</exception>
    Task EndSession(string issuerSession, CancellationToken ct);
}

/// <summary>What became of an invitation.</summary>
/// <param name="EndsAt">Until when its link opens the account; null when the address is somebody else's account, which nothing may take over.</param>
internal sealed record SentInvitation(DateTimeOffset? EndsAt);
