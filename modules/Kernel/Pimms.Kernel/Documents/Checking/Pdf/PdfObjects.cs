namespace Pimms.Kernel;

/// <summary>What stands in a PDF's bytes, one after the other.</summary>
/// <param name="Number">The object's number; null for a trailer.</param>
/// <param name="Generation">How often the number was given anew.</param>
/// <param name="Value">The object's value, or the trailer's dictionary.</param>
/// <param name="Body">The stream's bytes as they lie there; null when there is no stream.</param>
internal sealed record PdfObject(int? Number, int Generation, object? Value, ReadOnlyMemory<byte>? Body)
{
    /// <summary>The dictionary of a trailer, in either of its two forms.</summary>
    public PdfDictionary? Trailer =>
        Value is PdfDictionary dictionary && (Number is null || dictionary.Is("Type", "XRef")) ? dictionary : null;
}

/// <summary>Walks a PDF from its first byte to its last; between its objects and tables stands nothing.</summary>
internal sealed class PdfObjects(byte[] pdf)
{
    private const int MostObjects = 200_000;
    private readonly PdfLexer lexer = new(pdf, 0);

    public IEnumerable<PdfObject> All()
    {
        var startsFound = 0;
        for (var objects = 0; !lexer.AtEnd; objects++)
        {
            if (objects > MostObjects)
                throw new UnfitDocumentException(DocumentRefusal.Bomb);
            switch (lexer.Value())
            {
                case double number:
                    yield return Read((int)number);
                    break;
                case PdfWord { Text: "xref" }:
                    yield return new(null, 0, ReadTable(), null);
                    break;
                case PdfWord { Text: "startxref" } when lexer.Value() is double:
                    startsFound++;
                    break;
                default:
                    throw Broken();
            }
        }
        if (startsFound == 0)
            throw Broken();
    }

    private PdfObject Read(int number)
    {
        if (lexer.Value() is not double generation || lexer.Value() is not PdfWord { Text: "obj" })
            throw Broken();
        var value = lexer.Value();
        ReadOnlyMemory<byte>? body = null;
        var next = lexer.Value();
        if (next is PdfWord { Text: "stream" } && value is PdfDictionary about)
        {
            body = Body(about, lexer.At, out var end);
            lexer.At = end;
            if (lexer.Value() is not PdfWord { Text: "endstream" })
                throw Broken();
            next = lexer.Value();
        }
        return next is PdfWord { Text: "endobj" } ? new(number, (int)generation, value, body) : throw Broken();
    }

    /// <summary>By its length where that is said and right, else up to its end mark.</summary>
    private ReadOnlyMemory<byte> Body(PdfDictionary about, int afterWord, out int end)
    {
        var start = afterWord + (At(afterWord) == '\r' && At(afterWord + 1) == '\n' ? 2
            : At(afterWord) is '\n' or '\r' ? 1 : throw Broken());
        if (about.Number("Length") is { } length && start + (long)length <= pdf.Length && EndsAt(start + length))
        {
            end = start + length;
            return pdf.AsMemory(start, length);
        }
        var found = pdf.AsSpan(start).IndexOf("endstream"u8);
        if (found < 0)
            throw Broken();
        end = start + found;
        return pdf.AsMemory(start, found);
    }

    /// <summary>Rows of numbers up to the trailer.</summary>
    private PdfDictionary ReadTable()
    {
        while (true)
        {
            switch (lexer.Value())
            {
                case double or PdfWord { Text: "n" or "f" }:
                    break;
                case PdfWord { Text: "trailer" } when lexer.Value() is PdfDictionary trailer:
                    return trailer;
                default:
                    throw Broken();
            }
        }
    }

    private bool EndsAt(int at)
    {
        while (at < pdf.Length && PdfNames.IsSpace(pdf[at]))
            at++;
        return pdf.AsSpan(at).StartsWith("endstream"u8);
    }

    private int At(int at) => at < pdf.Length ? pdf[at] : -1;

    private static UnfitDocumentException Broken() => new(DocumentRefusal.Broken);
}
