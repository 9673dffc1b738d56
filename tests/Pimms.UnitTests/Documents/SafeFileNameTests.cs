using FsCheck;
using FsCheck.Xunit;

namespace Pimms.UnitTests;

public sealed class SafeFileNameTests
{
    [Theory]
    [InlineData("facture.pdf", "facture.pdf")]
    [InlineData("Facture EDF n° 12.PDF", "Facture EDF n° 12.pdf")]
    [InlineData("C:\\Users\\marie\\facture.pdf", "facture.pdf")]
    [InlineData("/home/marie/facture.pdf", "facture.pdf")]
    [InlineData("a<b>:\"c|?*.pdf", "a_b___c___.pdf")]
    [InlineData("facture", "facture.pdf")]
    [InlineData(".pdf", "document.pdf")]
    [InlineData("con.pdf", "_con.pdf")]
    [InlineData("LPT1.pdf", "_LPT1.pdf")]
    [InlineData("facture.2026.11.pdf", "facture.2026.11.pdf")]
    [InlineData("Courrier du 24.11.2026", "Courrier du 24.11.2026.pdf")]
    [InlineData("facture. .pdf", "facture.pdf")]
    [InlineData("فاتورة.pdf", "فاتورة.pdf")]
    [InlineData("نامه\u200cها.pdf", "نامه\u200cها.pdf")]
    [InlineData("famille 👨\u200d👩\u200d👧 📄.pdf", "famille 👨\u200d👩\u200d👧 📄.pdf")]
    [InlineData("attesta\u00adtion.pdf", "attestation.pdf")]
    [InlineData("fac\u200bture\ufeff.pdf", "facture.pdf")]
    [InlineData("facture\u200f\u202e\u2066.pdf", "facture.pdf")]
    [InlineData("fac\u200dture\u200c.pdf", "facture.pdf")]
    [InlineData("facture\0\r\n\t\u0085\u2028.pdf", "facture.pdf")]
    [InlineData("facture\ufffd.pdf", "facture.pdf")]
    [InlineData("../x", "x.pdf")]
    [InlineData("../../etc/passwd.pdf", "passwd.pdf")]
    [InlineData("..\\..\\windows\\facture.pdf", "facture.pdf")]
    [InlineData("..%2ffacture%00.pdf", "facture.pdf")]
    [InlineData("..", "document.pdf")]
    [InlineData("a/", "document.pdf")]
    [InlineData("\u200b.pdf", "document.pdf")]
    [InlineData("nul", "_nul.pdf")]
    [InlineData("Dupont.JS.pdf", "Dupont.JS.pdf")]
    [InlineData("Martin.Pl.pdf", "Martin.Pl.pdf")]
    [InlineData("lettre.PL.2026.pdf", "lettre.PL.2026.pdf")]
    [InlineData("lettre.js.2026.pdf", "lettre.js.2026.pdf")]
    [InlineData("lettre.Dupont", "lettre.Dupont.pdf")]
    [InlineData("cafe\u0301.pdf", "café.pdf")]
    public void Carelessness_is_mended(string given, string safe) => Assert.Equal(safe, SafeFileName.Of(given, DocumentKind.Pdf));

    [Theory]
    [InlineData("compteur.jpeg", "compteur.png")]
    [InlineData("IMG_0042.HEIC", "IMG_0042.png")]
    [InlineData("IMG_0042.PNG", "IMG_0042.png")]
    [InlineData("photo.jfif", "photo.png")]
    public void A_picture_is_taken_for_what_it_is(string given, string safe) => Assert.Equal((safe, null), (DocumentCheck.Look(given, PictureWriter.Png(8, 8)).FileName, DocumentCheck.Look(given, PictureWriter.Png(8, 8)).Refusal));

    [Fact]
    public void A_half_of_a_sign_is_left_out() => Assert.Equal("facture.pdf", SafeFileName.Of("fac\ud800ture\udc00.pdf", DocumentKind.Pdf));

    [Fact]
    public void A_long_name_is_shortened_and_keeps_its_ending()
    {
        var name = SafeFileName.Of(new string('é', 300) + ".pdf", DocumentKind.Pdf);
        Assert.InRange(name.Length, 100, 120);
        Assert.EndsWith(".pdf", name, StringComparison.Ordinal);
    }

    [Property(MaxTest = 500)]
    public bool Whatever_is_given_a_name_is_safe_or_refused(NonNull<string> given)
    {
        try
        {
            var name = SafeFileName.Of(given.Get, DocumentKind.Pdf);
            return name.EndsWith(".pdf", StringComparison.Ordinal) && name.Length is > 4 and <= 120 && !name.Any(char.IsControl) && name.IndexOfAny(['/', '\\', ':', '"', '<', '>', '\u202e', '\ufffd']) < 0 && !name.StartsWith('.');
        }
        catch (UnfitDocumentException)
        {
            return true;
        }
    }

    [Property(MaxTest = 300)]
    public bool Whatever_the_bytes_looking_ends_in_an_answer(byte[] bytes, NonNegativeInt which)
    {
        // The beginnings of each kind, with anything behind them.
        byte[][] starts = [[], [.. "%PDF-1.7\n"u8], [0xFF, 0xD8, 0xFF], [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], [.. "PK\u0003\u0004"u8]];
        return DocumentCheck.Look("a.pdf", [.. starts[which.Get % starts.Length], .. bytes]).Refusal is not null;
    }

    [Property(MaxTest = 300)]
    public bool A_clean_file_with_one_harmed_byte_never_breaks_the_look(NonNegativeInt which, NonNegativeInt at, byte with)
    {
        var clean = CleanFiles.All.Where(file => file.Content.Length < 20_000).ToList();
        var file = clean[which.Get % clean.Count];
        var harmed = (byte[])file.Content.Clone();
        harmed[(int)((at.Get * 2654435761L) % harmed.Length)] = with;
        // Taken or refused, both are answers; an exception is none.
        return DocumentCheck.Look(file.Name, harmed) is { Kind: not null };
    }
}
