using PdfSharp.Pdf;
using PdfSharp.Pdf.Annotations;
using PdfSharp.Pdf.IO;
using PdfSharp.Pdf.Security;

namespace Pimms.UnitTests;

/// <summary>What phones, printers and offices really write: taken, and kept without what stands around it.</summary>
public sealed class ForgivingTests
{
    private static readonly byte[] Jpeg = PictureWriter.Jpeg(320, 240, coloured: true);

    public static TheoryData<string, byte[]> Behind => new()
    {
        { "a film", [0, 0, 0, 24, .. Bytes.Latin("ftypmp42"), .. new byte[20_000], 0xFF, 0xD8, 0xFF, 0xE0] },
        { "a maker's notes", [0, 0, 0x01, 0x0A, 14, 0, 0, 0, .. Bytes.Latin("Image_UTC_Data1764000000000SEFHk\0\0\0SEFT")] },
        { "five smaller pictures", [.. Enumerable.Range(0, 5).SelectMany(_ => PictureWriter.Jpeg(8, 8))] },
        { "a picture that is cut", PictureWriter.Jpeg(80, 80)[..^40] },
        { "a line break", [13, 10] },
        { "zeros", new byte[4096] },
        { "one byte", [0xFF] },
        { "words", Bytes.Latin("téléphone de Mme Durand") },
    };

    [Theory]
    [MemberData(nameof(Behind), DisableDiscoveryEnumeration = true)]
    public void Only_the_picture_is_kept_of_a_picture_with_something_behind_it(string what, byte[] behind)
    {
        foreach (var (name, picture) in ((string, byte[])[])[("a.jpg", Jpeg), ("a.png", PictureWriter.Png(40, 30))])
        {
            var looked = DocumentCheck.Look(name, [.. picture, .. behind]);
            Assert.Equal((what, null), (what, looked.Refusal));
            Assert.Equal(picture, looked.Content);
        }
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 0)]
    [InlineData(true, 4)]
    public void A_forgotten_mark_of_the_end_is_written(bool coloured, int restarts)
    {
        foreach (var (width, height) in ((int, int)[])[(8, 8), (17, 33), (320, 240)])
        {
            var picture = PictureWriter.Jpeg(width, height, coloured, restarts);
            foreach (var behind in (byte[][])[[], [0, 0, 0, 24, .. Bytes.Latin("ftypmp42")], [0xFF]])
                Assert.Equal(picture, DocumentCheck.Look("a.jpg", [.. picture[..^2], .. behind]).Content);
        }
    }

    [Fact]
    public void A_photograph_that_lost_its_lower_half_is_not_a_photograph_without_its_mark()
    {
        var scan = Jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA]);
        for (var length = scan + 20; length < Jpeg.Length - 2; length += 97)
            Assert.Equal(DocumentRefusal.Broken, DocumentCheck.Look("a.jpg", Jpeg[..length]).Refusal);
    }

    [Theory]
    [InlineData("\u00ef\u00bb\u00bf")]
    [InlineData("\r\n")]
    [InlineData("\n\n \t")]
    [InlineData("\u001b%-12345X@PJL JOB\r\n@PJL ENTER LANGUAGE = PDF\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n")]
    public void A_pdf_begins_at_its_mark(string before)
    {
        var looked = DocumentCheck.Look("facture.pdf", [.. Bytes.Latin(before), .. PdfWriter.OfPage()]);
        Assert.Null(looked.Refusal);
        Assert.Equal(PdfWriter.OfPage(), looked.Content);
        Assert.Equal(DocumentRefusal.ActiveContent, DocumentCheck.Look("facture.pdf", [.. Bytes.Latin(before), .. PdfWriter.OfPage("/OpenAction << /S /JavaScript /JS (x) >>")]).Refusal);
    }

    [Fact]
    public void A_pdf_begins_within_its_first_thousand_bytes()
    {
        Assert.Null(DocumentCheck.Look("a.pdf", [.. new byte[1024], .. PdfWriter.OfPage()]).Refusal);
        Assert.Equal(DocumentRefusal.UnknownType, DocumentCheck.Look("a.pdf", [.. new byte[1025], .. PdfWriter.OfPage()]).Refusal);
    }

    [Theory]
    [InlineData(PdfDefaultEncryption.V1)]
    [InlineData(PdfDefaultEncryption.V2With40Bits)]
    [InlineData(PdfDefaultEncryption.V2With128Bits)]
    [InlineData(PdfDefaultEncryption.V4UsingRC4)]
    [InlineData(PdfDefaultEncryption.V4UsingAES)]
    [InlineData(PdfDefaultEncryption.V5)]
    public void A_pdf_that_only_its_owner_protects_is_examined_like_any_other(PdfDefaultEncryption kind)
    {
        var taken = Encrypted(kind, "", "https://www.service-public.fr/");
        Assert.DoesNotContain("service-public", System.Text.Encoding.Latin1.GetString(taken), StringComparison.Ordinal);
        var looked = DocumentCheck.Look("bulletin.pdf", taken);
        Assert.Equal((kind, null), (kind, looked.Refusal));
        Assert.Equal(taken, looked.Content);
        // A harmful link is seen through the encryption, which proves that the texts were understood.
        Assert.Equal((kind, DocumentRefusal.ActiveContent), (kind, DocumentCheck.Look("bulletin.pdf", Encrypted(kind, "", "javascript:alert(1)")).Refusal));
        Assert.Equal((kind, DocumentRefusal.Encrypted), (kind, DocumentCheck.Look("bulletin.pdf", Encrypted(kind, "user", "https://www.service-public.fr/")).Refusal));
    }

    private static byte[] Encrypted(PdfDefaultEncryption kind, string user, string link)
    {
        using var document = new PdfDocument();
        var page = document.AddPage();
        page.Annotations.Add(PdfLinkAnnotation.CreateWebLink(new PdfRectangle(new PdfSharp.Drawing.XPoint(0, 0), new PdfSharp.Drawing.XPoint(10, 10)), link));
        document.SecuritySettings.OwnerPassword = "owner";
        if (user.Length > 0)
            document.SecuritySettings.UserPassword = user;
        document.SecurityHandler.SetEncryption(kind);
        using var written = new MemoryStream();
        document.Save(written, closeStream: false);
        return written.ToArray();
    }
}
