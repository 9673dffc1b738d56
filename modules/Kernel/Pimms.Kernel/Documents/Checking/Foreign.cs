namespace Pimms.Kernel;

/// <summary>What has no business in a document, before or behind it: archives, OLE containers, programs, PDFs, scripts, pages.</summary>
internal static class Foreign
{
    public static bool IsIn(ReadOnlySpan<byte> part) =>
        part.StartsWith("PK\u0003\u0004"u8) || part.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) || part.StartsWith("MZ"u8) || part.StartsWith((ReadOnlySpan<byte>)[0x7F, (byte)'E', (byte)'L', (byte)'F'])
        || part.StartsWith("%PDF-"u8) || part.StartsWith("Rar!"u8) || part.StartsWith("7z"u8) || part.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) || part.StartsWith("#!"u8) || part.StartsWith("{\\rtf"u8);

    /// <summary>
    /// What stands behind a picture is not kept. A maker's trailer, a film or a line break is nobody's intent; what another program would
    /// open as its own is somebody's.
    /// </summary>
    public static void RefuseBehind(ReadOnlySpan<byte> rest)
    {
        rest = rest.TrimStart((ReadOnlySpan<byte>)[0, 9, 10, 12, 13, 32]);
        if (IsIn(rest) || IsMarkup(rest))
            throw new UnfitDocumentException(DocumentRefusal.Broken);
    }

    /// <summary>
    /// Whether a PDF may begin behind these bytes: a byte order mark, line breaks or a printer's words may stand there, another kind of file may not.
    /// </summary>
    public static bool MayPrecede(ReadOnlySpan<byte> head)
    {
        var trimmed = head.TrimStart((ReadOnlySpan<byte>)[0, 9, 10, 12, 13, 32, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF]);
        return !IsIn(trimmed) && !IsMarkup(trimmed)
            && !trimmed.StartsWith("GIF8"u8) && !trimmed.StartsWith("BM"u8) && !trimmed.StartsWith("RIFF"u8) && !trimmed.StartsWith("%!"u8);
    }

    private static bool IsMarkup(ReadOnlySpan<byte> text) =>
        text.Length > 1 && text[0] == '<' && (char.IsAsciiLetter((char)text[1]) || text[1] is (byte)'?' or (byte)'!' or (byte)'%');
}
