namespace Pimms.Kernel;

/// <summary>Looks into a file as a whole: what it is, whether it is whole, and whether it would do something by itself.</summary>
internal static class DocumentCheck
{
    public static CheckedDocument Look(string fileName, byte[] content)
    {
        try
        {
            var kind = DocumentKind.Of(content) ?? throw new UnfitDocumentException(DocumentRefusal.UnknownType);
            var name = SafeFileName.Of(fileName, kind);
            return new(name, kind, Clean(kind, content), null);
        }
        catch (UnfitDocumentException unfit)
        {
            return new("", DocumentKind.Pdf, [], unfit.Reason);
        }
    }

    private static byte[] Clean(DocumentKind kind, byte[] content)
    {
        if (kind == DocumentKind.Docx || kind == DocumentKind.Odt)
        {
            var zip = ZipContainer.Open(content);
            if (kind == DocumentKind.Odt)
                OdtCheck.Check(zip);
            else
                DocxCheck.Check(zip);
            return content;
        }

        RefuseArchivesBehind(content);
        if (kind == DocumentKind.Jpeg)
            return JpegCheck.Strip(content);
        if (kind == DocumentKind.Png)
            return PngCheck.Strip(content);
        return PdfCheck.Clean(content);
    }

    /// <summary>A ZIP is read from its end: it may stand behind, or inside, anything else.</summary>
    private static void RefuseArchivesBehind(ReadOnlySpan<byte> content)
    {
        var tail = content[Math.Max(0, content.Length - 0x10000 - 22)..];
        if (tail.IndexOf("PK\u0005\u0006"u8) >= 0 && content.IndexOf("PK\u0001\u0002"u8) >= 0)
            throw new UnfitDocumentException(DocumentRefusal.Broken);
    }
}

/// <summary>What was found.</summary>
/// <param name="FileName">Made safe.</param>
/// <param name="Kind">By its content.</param>
/// <param name="Content">What is kept of it.</param>
/// <param name="Refusal">Null when it is fit to be kept.</param>
internal sealed record CheckedDocument(string FileName, DocumentKind Kind, byte[] Content, DocumentRefusal? Refusal);

/// <summary>Thrown deep in a file; it never leaves <see cref="DocumentCheck"/>.</summary>
internal sealed class UnfitDocumentException(DocumentRefusal reason) : Exception(reason.ToString())
{
    public DocumentRefusal Reason => reason;
}
