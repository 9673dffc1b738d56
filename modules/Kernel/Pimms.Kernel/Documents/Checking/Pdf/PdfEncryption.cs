using System.Security.Cryptography;

namespace Pimms.Kernel;

/// <summary>
/// The standard encryption of a PDF that opens without a password (ISO 32000-2, 7.6): the file's key comes from the empty one. Nothing is
/// kept secret by it; it only carries the owner's wishes about printing and copying.
/// </summary>
internal sealed class PdfEncryption
{
    private enum Method
    {
        None,
        Rc4,
        Aes,
    }

    private readonly byte[] key;
    private readonly Method texts, streams;
    private readonly bool perObject;

    private PdfEncryption(PdfDictionary about, byte[] key)
    {
        this.key = key;
        perObject = PdfFileKey.VersionOf(about) < 5;
        texts = MethodOf(about, "StrF");
        streams = MethodOf(about, "StmF");
    }

    /// <summary>Null when the document is not encrypted.</summary>
    /// <exception cref="UnfitDocumentException">It asks for a password, or readers could understand it differently.</exception>
    public static PdfEncryption? Of(byte[] pdf)
    {
        if (!PdfHiding.Names(pdf, "Encrypt"))
            return null;
        var found = new PdfObjects(pdf).All().Select(each => each with { Body = null }).ToList();
        var trailers = found.Select(each => each.Trailer).OfType<PdfDictionary>()
            .Where(trailer => trailer.Has("Encrypt") || trailer.Has("Root")).ToList();
        if (trailers.All(trailer => trailer["Encrypt"] is null))
            return null;
        var about = trailers.Select(trailer => Resolved(trailer["Encrypt"], found)).ToList();
        // A later section that says nothing of it, or something else, would be read in two ways.
        if (about.Any(dictionary => dictionary is null || dictionary != about[0])
            || PdfFileKey.OfEveryone(about[0]!, trailers) is not { } key)
            throw Encrypted();
        return new(about[0]!, key);
    }

    /// <summary>A text of an object, as it is meant.</summary>
    public string Text(PdfText text, PdfObject of) => System.Text.Encoding.Latin1.GetString(Deciphered(text.Bytes, of, texts));

    /// <summary>A stream's bytes, still packed.</summary>
    /// <param name="of">The object with the stream.</param>
    /// <param name="plain">It names a filter of its own, which says that it is not encrypted.</param>
    public ReadOnlyMemory<byte> Body(PdfObject of, bool plain) =>
        plain || of.Trailer is not null ? of.Body!.Value : Deciphered(of.Body!.Value.Span, of, streams);

    private byte[] Deciphered(ReadOnlySpan<byte> bytes, PdfObject of, Method method) => method switch
    {
        Method.Rc4 => Rc4.Apply(KeyOf(of, []), bytes),
        Method.Aes => Aes(KeyOf(of, "sAlT"u8), bytes),
        _ => bytes.ToArray(),
    };

    private byte[] KeyOf(PdfObject of, ReadOnlySpan<byte> salt)
    {
        if (!perObject)
            return key;
        var number = of.Number ?? 0;
        byte[] seed =
        [
            .. key, (byte)number, (byte)(number >> 8), (byte)(number >> 16), (byte)of.Generation, (byte)(of.Generation >> 8), .. salt,
        ];
        return PdfFileKey.Md5(seed)[..Math.Min(key.Length + 5, 16)];
    }

    /// <summary>Behind its first block, which it begins with; a last block that is not whole is nobody's.</summary>
    private static byte[] Aes(byte[] key, ReadOnlySpan<byte> bytes)
    {
        var whole = bytes.Length / 16 * 16;
        if (whole < 32)
            return [];
        using var aes = System.Security.Cryptography.Aes.Create();
        aes.Key = key;
        var plain = aes.DecryptCbc(bytes[16..whole], bytes[..16], PaddingMode.None);
        return plain[^1] is > 0 and <= 16 and var padding ? plain[..^padding] : plain;
    }

    private static Method MethodOf(PdfDictionary about, string which)
    {
        if (PdfFileKey.VersionOf(about) is 1 or 2)
            return Method.Rc4;
        var name = (about[which] as PdfName)?.Text ?? "Identity";
        if (name == "Identity")
            return Method.None;
        return ((about["CF"] as PdfDictionary)?[name] as PdfDictionary)?["CFM"] is PdfName method
            ? method.Text switch { "V2" => Method.Rc4, "AESV2" or "AESV3" => Method.Aes, "None" => Method.None, _ => throw Encrypted() }
            : throw Encrypted();
    }

    private static PdfDictionary? Resolved(object? entry, List<PdfObject> found) => entry switch
    {
        PdfDictionary dictionary => dictionary,
        PdfReference reference when found.Where(each => each.Number == reference.Number).ToList() is [var only] =>
            only.Value as PdfDictionary,
        _ => null,
    };

    private static UnfitDocumentException Encrypted() => new(DocumentRefusal.Encrypted);
}
