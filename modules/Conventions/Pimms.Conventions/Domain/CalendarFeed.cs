using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Pimms.Conventions;

/// <summary>An administrator's address of the calendar. Whoever knows it reads it, so it is long, random, kept only as a hash, and can be taken back.</summary>
internal sealed class CalendarFeed
{
    /// <summary>One per person.</summary>
    public Guid PersonId { get; init; }

    /// <summary>Names the feed in its address; random, and another one with each new secret.</summary>
    public Guid FeedId { get; private set; }

    public byte[] SecretHash { get; private set; } = [];

    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>When a calendar program last asked for it; null until one has.</summary>
    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>A new address; the one before leads nowhere from then on.</summary>
    /// <returns>The secret, which nobody can read again.</returns>
    public string Renew(DateTimeOffset at)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        (FeedId, SecretHash, MadeAt, ReadAt) = (Guid.NewGuid(), HashOf(secret), at, null);
        return secret;
    }

    /// <summary>Takes the same time whether the secret is nearly right or not at all.</summary>
    public bool Opens(string secret) => CryptographicOperations.FixedTimeEquals(SecretHash, HashOf(secret));

    public void Read(DateTimeOffset at) => ReadAt = at;

    private static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
