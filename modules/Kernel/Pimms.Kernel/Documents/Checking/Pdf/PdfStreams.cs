using System.IO.Compression;

namespace Pimms.Kernel;

/// <summary>The streams of a PDF: how much comes out of each, and the objects that are packed into it.</summary>
internal sealed class PdfStreams(PdfEncryption? encryption)
{
    private const long MostOfOne = 200_000_000;
    private const long MostOfObjects = 40_000_000;
    private const long MostPixels = 400_000_000;
    private long budget = 400_000_000;

    /// <summary>The objects packed into a stream of objects; of any other, none, after a look at how much comes out of it.</summary>
    public IEnumerable<(int Number, object? Value)> Unpack(PdfObject found)
    {
        var about = (PdfDictionary)found.Value!;
        if (about.Has("F") || about.Has("FFilter"))
            throw new UnfitDocumentException(DocumentRefusal.ActiveContent);
        if (about.Number("Width") is { } width && about.Number("Height") is { } height && (long)width * height > MostPixels)
            throw new UnfitDocumentException(DocumentRefusal.Bomb);
        var filters = Filters(about["Filter"] ?? about["Fl"]).ToList();
        // In an encrypted document, that filter exempts a stream (its description, mostly); elsewhere it asks for a password of its own.
        var plain = filters.Remove("Crypt");
        if (plain && (encryption is null || !IsIdentity(about["DecodeParms"])))
            throw new UnfitDocumentException(DocumentRefusal.Encrypted);
        // One packing is enough for anybody: more is how bombs are built.
        if (filters.Count(filter => filter is "FlateDecode" or "Fl" or "LZWDecode" or "LZW" or "RunLengthDecode" or "RL") > 1)
            throw new UnfitDocumentException(DocumentRefusal.Bomb);
        var packed = about.Is("Type", "ObjStm");
        if (!packed && filters is not ["FlateDecode" or "Fl", ..])
            return [];
        var body = encryption?.Body(found, plain) ?? found.Body!.Value;
        if (packed)
            return Objects(about, Spend(Content(filters, body, about)));
        Count(body);
        return [];
    }

    private static bool IsIdentity(object? parameters) => parameters switch
    {
        PdfDictionary dictionary => !dictionary.Has("Name") || dictionary.Is("Name", "Identity"),
        List<object?> several =>
            several.OfType<PdfDictionary>().All(dictionary => !dictionary.Has("Name") || dictionary.Is("Name", "Identity")),
        _ => true,
    };

    private static IEnumerable<string> Filters(object? filter) => filter switch
    {
        PdfName name => [name.Text],
        List<object?> several => several.Select(one => one is PdfName name ? name.Text : throw Broken()),
        null => [],
        _ => throw Broken(),
    };

    private static byte[] Content(List<string> filters, ReadOnlyMemory<byte> body, PdfDictionary about)
    {
        if (about["DecodeParms"] is PdfDictionary parameters && parameters.Number("Predictor") is > 1)
            throw Broken();
        return filters switch
        {
            [] => body.ToArray(),
            ["FlateDecode" or "Fl"] => Inflating.All(Unpacking(body), MostOfObjects),
            _ => throw Broken(),
        };
    }

    /// <summary>Each where the stream's own list says it begins.</summary>
    private static IEnumerable<(int, object?)> Objects(PdfDictionary about, byte[] content)
    {
        if (about.Number("N") is not { } count || about.Number("First") is not { } first || count > 100_000)
            throw Broken();
        var list = new PdfLexer(content, 0);
        var read = 0L;
        for (var number = 0; number < count; number++)
        {
            if (list.Value() is not double its || list.Value() is not double offset || first + offset > content.Length)
                throw Broken();
            var packed = new PdfLexer(content, first + (int)offset);
            var value = packed.Value();
            // Each may begin anywhere: many that begin at one long one would be read for ever.
            read += packed.At - (first + (int)offset);
            if (read > (2L * content.Length) + 1000)
                throw new UnfitDocumentException(DocumentRefusal.Bomb);
            yield return ((int)its, value);
        }
    }

    private byte[] Spend(byte[] content)
    {
        budget -= content.Length;
        return budget >= 0 ? content : throw new UnfitDocumentException(DocumentRefusal.Bomb);
    }

    private void Count(ReadOnlyMemory<byte> body)
    {
        long count;
        try
        {
            count = Inflating.Count(Unpacking(body), Math.Min(MostOfOne, budget) + 1);
        }
        catch (UnfitDocumentException)
        {
            // A picture or page that does not unpack harms nobody but itself.
            return;
        }
        budget -= count;
        if (count > MostOfOne || budget < 0)
            throw new UnfitDocumentException(DocumentRefusal.Bomb);
    }

    private static ZLibStream Unpacking(ReadOnlyMemory<byte> body) => new(new MemoryStream(body.ToArray()), CompressionMode.Decompress);

    private static UnfitDocumentException Broken() => new(DocumentRefusal.Broken);
}
