using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Pimms.Kernel;

/// <summary>AES-256-GCM with a key of its own for each file; the key is wrapped by the Data Protection key ring and bound to the file's id.</summary>
public sealed class ContentCipher(IDataProtectionProvider protection)
{
    private const byte Format = 1;
    private const int NonceSize = 12;
    private const int TagSize = 16;

    internal (byte[] Key, byte[] Encrypted) Encrypt(Guid id, ReadOnlySpan<byte> content)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var encrypted = new byte[1 + NonceSize + TagSize + content.Length];
        encrypted[0] = Format;
        var (nonce, tag, text) = Parts(encrypted);
        RandomNumberGenerator.Fill(nonce.Span);
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(nonce.Span, content, text.Span, tag.Span, id.ToByteArray());
        return (Wrapping(id).Protect(key), encrypted);
    }

    /// <exception cref="CryptographicException">The content or its key was altered, or belongs to another file.</exception>
    internal byte[] Decrypt(Guid id, byte[] wrappedKey, byte[] encrypted)
    {
        if (encrypted.Length < 1 + NonceSize + TagSize || encrypted[0] != Format)
            throw new CryptographicException("Not a content of ours.");
        var (nonce, tag, text) = Parts(encrypted);
        var content = new byte[text.Length];
        using var aes = new AesGcm(Wrapping(id).Unprotect(wrappedKey), TagSize);
        aes.Decrypt(nonce.Span, text.Span, tag.Span, content, id.ToByteArray());
        return content;
    }

    private IDataProtector Wrapping(Guid id) => protection.CreateProtector("documents", id.ToString("N"));

    private static (Memory<byte> Nonce, Memory<byte> Tag, Memory<byte> Text) Parts(byte[] encrypted) =>
        (encrypted.AsMemory(1, NonceSize), encrypted.AsMemory(1 + NonceSize, TagSize), encrypted.AsMemory(1 + NonceSize + TagSize));
}
