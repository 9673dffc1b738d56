namespace Pimms.Kernel;

/// <summary>
/// Reads a PDF from its first byte to its last, the objects packed into streams included, and refuses what would run, open, send or hide
/// something, asks for a password, or unpacks to more than a document needs.
/// </summary>
internal sealed class PdfCheck
{
    private const int MostObjects = 200_000;
    private readonly byte[] pdf;
    private readonly PdfLexer lexer;
    private readonly PdfExamination examination = new();
    private readonly PdfStreams streams;

    private PdfCheck(byte[] pdf) => (this.pdf, lexer, streams) = (pdf, new(pdf, 0), new(pdf));

    public static void Check(byte[] pdf) => new PdfCheck(pdf).Check();

    private void Check()
    {
        if (!(pdf.AsSpan().StartsWith("%PDF-1."u8) || pdf.AsSpan().StartsWith("%PDF-2."u8)) || !EndsWell())
            throw Broken();
        var startsFound = 0;
        for (var objects = 0; !lexer.AtEnd; objects++)
        {
            if (objects > MostObjects)
                throw new UnfitDocumentException(DocumentRefusal.Bomb);
            switch (lexer.Value())
            {
                case double number:
                    ReadObject((int)number);
                    break;
                case PdfWord { Text: "xref" }:
                    ReadTable();
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
        examination.Finish();
        PdfHiding.Refuse(pdf, examination);
    }

    /// <summary>Nothing but white space follows the last mark of an end.</summary>
    private bool EndsWell()
    {
        var end = pdf.AsSpan().TrimEnd((ReadOnlySpan<byte>)[0, 9, 10, 12, 13, 32]);
        return end.EndsWith("%%EOF"u8) && pdf.Length - end.Length < 2048;
    }

    private void ReadObject(int number)
    {
        if (lexer.Value() is not double || lexer.Value() is not PdfWord { Text: "obj" })
            throw Broken();
        var value = lexer.Value();
        examination.Examine(value, number);
        var next = lexer.Value();
        if (next is PdfWord { Text: "stream" } && value is PdfDictionary about)
        {
            ReadStream(about);
            next = lexer.Value();
        }
        if (next is not PdfWord { Text: "endobj" })
            throw Broken();
    }

    private void ReadStream(PdfDictionary about)
    {
        var body = streams.Body(about, lexer.At, out var end);
        lexer.At = end;
        if (lexer.Value() is not PdfWord { Text: "endstream" })
            throw Broken();
        foreach (var (number, value) in streams.Unpack(about, body))
            examination.Examine(value, number);
    }

    /// <summary>Rows of numbers up to the trailer.</summary>
    private void ReadTable()
    {
        while (true)
        {
            switch (lexer.Value())
            {
                case double or PdfWord { Text: "n" or "f" }:
                    break;
                case PdfWord { Text: "trailer" } when lexer.Value() is PdfDictionary trailer:
                    examination.Examine(trailer, null);
                    return;
                default:
                    throw Broken();
            }
        }
    }

    private static UnfitDocumentException Broken() => new(DocumentRefusal.Broken);
}
