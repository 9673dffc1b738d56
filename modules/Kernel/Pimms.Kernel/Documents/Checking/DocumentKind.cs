using System.Collections.Immutable;

namespace Pimms.Kernel;

/// <summary>A kind of file that is taken.</summary>
/// <param name="ContentType">What it is served as.</param>
/// <param name="Endings">Lower case, without the dot; the first is given to a name that has none.</param>
internal sealed record DocumentKind(string ContentType, ImmutableArray<string> Endings)
{
    public static readonly DocumentKind Pdf = new("application/pdf", ["pdf"]);
    public static readonly DocumentKind Jpeg = new("image/jpeg", ["jpg", "jpeg"]);
    public static readonly DocumentKind Png = new("image/png", ["png"]);
    public static readonly DocumentKind Docx = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ["docx"]);
    public static readonly DocumentKind Odt = new("application/vnd.oasis.opendocument.text", ["odt"]);

    /// <summary>A picture is written anew, so it is taken for what it is, whatever picture its name says.</summary>
    public bool IsPicture => ContentType.StartsWith("image/", StringComparison.Ordinal);

    public static readonly ImmutableArray<DocumentKind> All = [Pdf, Jpeg, Png, Docx, Odt];

    /// <summary>By its first bytes; a ZIP is one of two kinds, which its own entries tell apart. Null when it is none.</summary>
    public static DocumentKind? Of(ReadOnlySpan<byte> content) =>
        content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Jpeg
        : content.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? Png
        : content.StartsWith("PK\u0003\u0004"u8) ? OdtCheck.HasItsMark(content) ? Odt : Docx
        : PdfCheck.Start(content) >= 0 ? Pdf
        : null;
}
