using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Pimms.Referrals;

/// <summary>How often a code, or whoever comes from an address, was tried in vain; forgotten after a day.</summary>
internal sealed class FollowTry
{
    /// <summary>A hash: neither codes nor addresses stand here.</summary>
    public byte[] Subject { get; init; } = [];

    public int Count { get; init; }

    /// <summary>The last try that counted.</summary>
    public DateTimeOffset Since { get; init; }
}

/// <summary>Ten tries, then a wait, counted in the database so that several hosts agree. A try is counted before it is looked at: many at once are no way around it.</summary>
internal sealed class FollowTries(ReferralsDbContext db)
{
    public const int Most = 10;

    public static readonly TimeSpan Wait = TimeSpan.FromMinutes(15);

    /// <summary>So many subjects are counted apart; beyond that all others are one, and wait together. The table grows no further.</summary>
    public const int MostSubjects = 10_000;

    private static readonly byte[] AllOthers = SHA256.HashData("all others"u8);

    /// <summary>The code was tried with a wrong birth date once more. A code that does not exist asks the same and changes nothing.</summary>
    /// <returns>True when this was the last that it bears: the code has just ended.</returns>
    public async Task<bool> Fail(Guid caseId, int most, DateTimeOffset now, CancellationToken ct) => await db.Database.SqlQuery<bool>($"""
        update referrals.receipts set failures = failures + 1, closed_at = case when failures + 1 >= {most} then {now} end
        where case_id = {caseId} and closed_at is null returning closed_at is not null as "Value"
        """).ToListAsync(ct) is [true];

    /// <summary>Whether one more may be looked at.</summary>
    public async Task<bool> Count(byte[] subject, DateTimeOffset now, CancellationToken ct) => await db.Database.SqlQuery<int>($"""
        insert into referrals.follow_tries (subject, count, since)
        select case when exists (select from referrals.follow_tries where subject = {subject}) or (select count(*) from (select from referrals.follow_tries limit {MostSubjects}) kept) < {MostSubjects}
          then {subject} else {AllOthers} end, 1, {now}
        on conflict (subject) do update set
          count = case when follow_tries.since < {now - Wait} then 1 else least(follow_tries.count + 1, {Most + 1}) end,
          since = case when follow_tries.since < {now - Wait} or follow_tries.count < {Most} then {now} else follow_tries.since end
        returning count as "Value"
        """).AsAsyncEnumerable().SingleAsync(ct) <= Most;

    /// <summary>It was no try in vain.</summary>
    public Task TakeBack(byte[] subject, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"update referrals.follow_tries set count = greatest(count - 1, 0) where subject = {subject}", ct);

    public Task<int> ForgetBefore(DateTimeOffset before, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"delete from referrals.follow_tries where since < {before}", ct);

    public static byte[] OfCode(byte[] codeHash) => SHA256.HashData([.. "code "u8, .. codeHash]);

    /// <summary>Whoever has one IPv6 address has the whole network of it.</summary>
    public static byte[] OfAddress(IPAddress? address)
    {
        if (address is { IsIPv4MappedToIPv6: true })
            address = address.MapToIPv4();
        var from = address is { AddressFamily: AddressFamily.InterNetworkV6 } ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address?.ToString() ?? "";
        return SHA256.HashData(Encoding.UTF8.GetBytes("address " + from));
    }
}
