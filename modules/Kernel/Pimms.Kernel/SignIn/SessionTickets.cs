using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Pimms.Kernel;

/// <summary>The browser holds a random key, the database its hash: neither a stolen backup nor a read table signs anybody in.</summary>
internal sealed class SessionTickets(Sessions sessions, IDataProtectionProvider protection) : ITicketStore
{
    private readonly IDataProtector protector = protection.CreateProtector("Pimms.SignIn.Session");

    public Task<string> StoreAsync(AuthenticationTicket ticket) => StoreAsync(ticket, CancellationToken.None);

    public async Task<string> StoreAsync(AuthenticationTicket ticket, CancellationToken cancellationToken)
    {
        var key = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var row = new SessionRow(Claim(ticket, SignInClaims.Subject), Claim(ticket, SignInClaims.Session), Protect(ticket), Expires(ticket));
        await sessions.Add(Hash(key), row, cancellationToken);
        return key;
    }

    public Task RenewAsync(string key, AuthenticationTicket ticket) => RenewAsync(key, ticket, CancellationToken.None);

    public Task RenewAsync(string key, AuthenticationTicket ticket, CancellationToken cancellationToken) =>
        sessions.Renew(Hash(key), Protect(ticket), Expires(ticket), cancellationToken);

    public Task RemoveAsync(string key) => sessions.Remove(Hash(key), CancellationToken.None);

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => RetrieveAsync(key, CancellationToken.None);

    // With the request: who waits for a database that does not answer is given up.
    public async Task<AuthenticationTicket?> RetrieveAsync(string key, CancellationToken cancellationToken)
    {
        if (await sessions.Find(Hash(key), cancellationToken) is not { } row)
            return null;
        try
        {
            var ticket = row.Ticket ??= TicketSerializer.Default.Deserialize(protector.Unprotect(row.Protected));
            // The handler writes new dates into the properties; the next request must not see them half written.
            return ticket is null ? null : new AuthenticationTicket(ticket.Principal, ticket.Properties.Clone(), ticket.AuthenticationScheme);
        }
        catch (CryptographicException)
        {
            // Its key is gone: that person signs in again.
            return null;
        }
    }

    private byte[] Protect(AuthenticationTicket ticket) => protector.Protect(TicketSerializer.Default.Serialize(ticket));

    internal static string Hash(string key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static DateTimeOffset Expires(AuthenticationTicket ticket) => ticket.Properties.ExpiresUtc!.Value;

    private static string Claim(AuthenticationTicket ticket, string type) => ticket.Principal.FindFirstValue(type) ?? "";
}
