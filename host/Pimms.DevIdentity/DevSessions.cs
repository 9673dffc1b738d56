using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Pimms.DevIdentity;

/// <summary>The issuer's sessions of this run of the host, and their end.</summary>
public sealed class DevSessions
{
    private readonly ConcurrentDictionary<string, string> open = [];
    private readonly ConcurrentDictionary<string, byte> redeemed = [];
    private readonly BackchannelLogout logout;

    internal DevSessions(BackchannelLogout logout) => this.logout = logout;

    internal string Open(string subject)
    {
        var sid = Guid.NewGuid().ToString();
        open[sid] = subject;
        return sid;
    }

    internal bool IsOpen(string? sid) => sid is not null && open.ContainsKey(sid);

    /// <summary>False the second time.</summary>
    internal bool Redeem(string code) => redeemed.TryAdd(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(code))), 0);

    /// <summary>Ends one session and tells the platform, as Keycloak does.</summary>
    public async Task End(string sid, CancellationToken ct)
    {
        if (open.TryRemove(sid, out var subject))
            await logout.Send(subject, sid, ct);
    }

    /// <summary>Ends all sessions of one person: what a deactivation in Keycloak does.</summary>
    public async Task EndAll(string subject, CancellationToken ct)
    {
        foreach (var (sid, owner) in open)
            if (owner == subject)
                await End(sid, ct);
    }
}
