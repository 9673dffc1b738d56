using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Pimms.IntegrationTests;

/// <summary>What an authenticator on a telephone shows: RFC 6238 with SHA-1, six digits, thirty seconds.</summary>
public static class OneTimeCode
{
    public static string Of(string secret, DateTimeOffset at)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, at.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // What authenticators speak.
        var hash = HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
