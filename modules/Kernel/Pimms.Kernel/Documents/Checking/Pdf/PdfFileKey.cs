using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Pimms.Kernel;

/// <summary>The key that the empty password opens, when it does (ISO 32000-2, algorithms 2, 2.A, 2.B, 4, 5 and 6).</summary>
internal static class PdfFileKey
{
    private static readonly byte[] Padding =
    [
        0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08,
        0x2E, 0x2E, 0x00, 0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
    ];

    public static int VersionOf(PdfDictionary about) => about.Number("V") ?? 0;

    /// <returns>Null when it does not open without a password, or is of a kind that is not known.</returns>
    public static byte[]? OfEveryone(PdfDictionary about, IEnumerable<PdfDictionary> trailers)
    {
        if (!about.Is("Filter", "Standard") || about["O"] is not PdfText owner || about["U"] is not PdfText user)
            return null;
        var first = trailers.Select(trailer => trailer["ID"]).OfType<List<object?>>()
            .Select(id => id.FirstOrDefault()).OfType<PdfText>().FirstOrDefault();
        return (VersionOf(about), about.Number("R")) switch
        {
            (1 or 2 or 4, >= 2 and <= 4 and var revision) when owner.Bytes.Length >= 32 && user.Bytes.Length >= 32 =>
                Older(about, revision, owner.Bytes[..32], user.Bytes, first?.Bytes ?? []),
            (5, 5 or 6) when user.Bytes.Length >= 48 && about["UE"] is PdfText { Bytes.Length: >= 32 } wrapped =>
                Newer(about.Number("R") == 6, user.Bytes, wrapped.Bytes[..32]),
            _ => null,
        };
    }

    /// <summary>The formats ask for MD5; it protects nothing here, it only finds the key that everybody has.</summary>
    [SuppressMessage("Security", "CA5351:Do Not Use Broken Cryptographic Algorithms",
        Justification = "The format's own sum; nothing is protected by it.")]
    public static byte[] Md5(ReadOnlySpan<byte> bytes) => MD5.HashData(bytes);

    private static byte[]? Older(PdfDictionary about, int revision, byte[] owner, byte[] user, byte[] id)
    {
        var length = VersionOf(about) switch { 1 => 5, 4 => 16, _ => Math.Clamp((about.Number("Length") ?? 40) / 8, 5, 16) };
        var wishes = (uint)(long)(about["P"] is double number ? number : 0);
        var open = revision == 4 && about["EncryptMetadata"] is false;
        var key = Md5(
        [
            .. Padding, .. owner, (byte)wishes, (byte)(wishes >> 8), (byte)(wishes >> 16), (byte)(wishes >> 24), .. id, .. open ? Enumerable.Repeat((byte)0xFF, 4) : [],
        ]);
        for (var round = 0; round < 50 && revision >= 3; round++)
            key = Md5(key.AsSpan(0, length));
        key = key[..length];
        if (revision == 2)
            return Rc4.Apply(key, Padding).AsSpan().SequenceEqual(user.AsSpan(0, 32)) ? key : null;
        var proof = Md5([.. Padding, .. id]);
        for (var round = 0; round < 20; round++)
            proof = Rc4.Apply([.. key.Select(each => (byte)(each ^ round))], proof);
        return proof.AsSpan().SequenceEqual(user.AsSpan(0, 16)) ? key : null;
    }

    [SuppressMessage("Security", "CA5401:Do not use CreateEncryptor with non-default IV", Justification = "The format says which.")]
    private static byte[]? Newer(bool hardened, byte[] user, byte[] wrapped)
    {
        byte[] Hash(ReadOnlySpan<byte> salt) => hardened ? Hardened(salt) : SHA256.HashData(salt);
        if (!Hash(user.AsSpan(32, 8)).AsSpan().SequenceEqual(user.AsSpan(0, 32)))
            return null;
        using var aes = Aes.Create();
        aes.Key = Hash(user.AsSpan(40, 8));
        return aes.DecryptCbc(wrapped, new byte[16], PaddingMode.None);
    }

    private static byte[] Hardened(ReadOnlySpan<byte> salt)
    {
        var hash = SHA256.HashData(salt);
        var last = 0;
        for (var round = 0; round < 64 || last > round - 32; round++)
        {
            using var aes = Aes.Create();
            aes.Key = hash[..16];
            var repeated = Enumerable.Repeat(hash, 64).SelectMany(each => each).ToArray();
            var mixed = aes.EncryptCbc(repeated, hash.AsSpan(16, 16), PaddingMode.None);
            last = mixed[^1];
            hash = (mixed.AsSpan(0, 16).ToArray().Sum(each => each) % 3) switch
            {
                0 => SHA256.HashData(mixed),
                1 => SHA384.HashData(mixed),
                _ => SHA512.HashData(mixed),
            };
        }
        return hash[..32];
    }
}
