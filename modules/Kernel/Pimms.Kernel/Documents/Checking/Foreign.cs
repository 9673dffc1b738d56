namespace Pimms.Kernel;

/// <summary>What has no business inside a document: other archives, OLE containers, programs, PDFs.</summary>
internal static class Foreign
{
    public static bool IsIn(ReadOnlySpan<byte> part) =>
        part.StartsWith("PK\u0003\u0004"u8) || part.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) || part.StartsWith("MZ"u8) || part.StartsWith((ReadOnlySpan<byte>)[0x7F, (byte)'E', (byte)'L', (byte)'F'])
        || part.StartsWith("%PDF-"u8) || part.StartsWith("Rar!"u8) || part.StartsWith("7z"u8) || part.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) || part.StartsWith("#!"u8) || part.StartsWith("{\\rtf"u8);
}
