namespace Pimms.Kernel;

/// <summary>
/// Reads a PDF from its first byte to its last, the objects packed into streams included, and refuses what would run, open, send or hide
/// something, asks for a password, or unpacks to more than a document needs. What opens for everybody is examined like any other, even
/// when an owner's password keeps people from printing it.
/// </summary>
internal static class PdfCheck
{
    private const int LatestStart = 1024;
    private const int MostBehind = 2048;

    /// <summary>
    /// Where it begins: programs put a byte order mark, line breaks or a printer's words before it, and readers pass over them. Below zero
    /// when it is none.
    /// </summary>
    public static int Start(ReadOnlySpan<byte> content)
    {
        var start = content[..Math.Min(content.Length, LatestStart + 5)].IndexOf("%PDF-"u8);
        return start >= 0 && Foreign.MayPrecede(content[..start]) ? start : -1;
    }

    /// <returns>The document from its mark on, without what a program padded it with.</returns>
    public static byte[] Clean(byte[] content)
    {
        var start = Math.Max(0, Start(content));
        var end = content.AsSpan().TrimEnd((ReadOnlySpan<byte>)[0, 9, 10, 12, 13, 32]).Length;
        if (start > 0 || content.Length - end >= MostBehind)
            content = content[start..Math.Min(content.Length, end + 1)];
        Check(content);
        return content;
    }

    private static void Check(byte[] pdf)
    {
        var text = pdf.AsSpan().TrimEnd((ReadOnlySpan<byte>)[0, 9, 10, 12, 13, 32]);
        if (!(text.StartsWith("%PDF-1."u8) || text.StartsWith("%PDF-2."u8)) || !text.EndsWith("%%EOF"u8))
            throw new UnfitDocumentException(DocumentRefusal.Broken);
        var encryption = PdfEncryption.Of(pdf);
        var examination = new PdfExamination(encryption);
        var streams = new PdfStreams(encryption);
        foreach (var found in new PdfObjects(pdf).All())
        {
            examination.Examine(found);
            if (found.Body is null)
                continue;
            foreach (var (number, value) in streams.Unpack(found))
                examination.Examine(value, number);
        }
        examination.Finish();
        PdfHiding.Refuse(pdf, examination);
    }
}
