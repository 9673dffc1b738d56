namespace Pimms.Users;

/// <summary>The development issuer plays whoever the platform knows: it keeps no accounts.</summary>
internal sealed class EmbeddedAccounts : IAccounts
{
    public Task<SentInvitation?> Invite(Person person, CancellationToken ct) => Task.FromResult<SentInvitation?>(null);

    public Task Align(Person person, CancellationToken ct) => Task.CompletedTask;

    public Task EndSession(string issuerSession, CancellationToken ct) => Task.CompletedTask;
}
