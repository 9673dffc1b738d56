namespace Pimms.Users;

/// <summary>The development issuer plays whoever the platform knows: it keeps no accounts.</summary>
internal sealed class EmbeddedAccounts : IAccounts
{
    public Task<Invitation?> Invite(Person person, CancellationToken ct) => Task.FromResult<Invitation?>(null);

    public Task Align(Person person, CancellationToken ct) => Task.CompletedTask;
}
