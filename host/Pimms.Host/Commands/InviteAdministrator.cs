using Pimms.Kernel;
using Pimms.Users.Contracts;

namespace Pimms.Host;

/// <summary><c>Pimms.Host invite-administrator EMAIL GIVEN-NAME FAMILY-NAME</c>: on an empty platform somebody has to be the first. The running host sends the mail.</summary>
internal static class InviteAdministrator
{
    public static async Task<int> Run(IServiceProvider services, string email, string givenName, string familyName, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().User = CurrentUser.System("invite-administrator");
        var refused = await scope.ServiceProvider.GetRequiredService<IFirstAdministrator>().Invite(email, givenName, familyName, ct);
        Console.WriteLine(refused is null ? $"The invitation of {email} leaves within a minute of a running host." : services.GetRequiredService<Texts>().Say(refused));
        return refused is null ? 0 : 1;
    }
}
