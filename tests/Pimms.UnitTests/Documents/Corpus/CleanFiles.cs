namespace Pimms.UnitTests;

/// <summary>A file of the corpus.</summary>
/// <param name="Label">What is special about it.</param>
/// <param name="Name">As it is sent.</param>
/// <param name="Content">Its bytes.</param>
public sealed record SampleFile(string Label, string Name, byte[] Content)
{
    public override string ToString() => Label;
}

/// <summary>Ten clean files of each of the five kinds, as people's programs write them.</summary>
public static class CleanFiles
{
    public static IReadOnlyList<SampleFile> All { get; } = [.. Pdfs(), .. Jpegs(), .. Pngs(), .. WordDocuments.Clean(), .. OpenDocuments()];

    private static IEnumerable<SampleFile> Pdfs()
    {
        yield return new("pdf, plain", "facture.pdf", PdfWriter.OfPage());
        yield return new("pdf, opens at a page", "Relevé de compteur.pdf", PdfWriter.OfPage("/OpenAction [3 0 R /XYZ null null 0] /PageMode /UseOutlines"));
        yield return new("pdf, opens at a page by an action", "avis.PDF", PdfWriter.OfPage("/OpenAction 10 0 R", "", "<< /Type /Action /S /GoTo /D [3 0 R /Fit] >>"));
        yield return new("pdf, with a link", "courrier.pdf", PdfWriter.OfPage("", "/Annots [10 0 R]", "<< /Type /Annot /Subtype /Link /Rect [0 0 10 10] /A << /S /URI /URI (https://www.service-public.fr/) >> >>"));
        yield return new("pdf, a form to fill in", "cerfa.pdf", PdfWriter.OfPage("/AcroForm << /Fields [10 0 R] /DA (/Helv 0 Tf) >>", "", "<< /Type /Annot /Subtype /Widget /FT /Tx /T (nom) /V (Caf\\351 \\(bar\\)) /Rect [0 0 10 10] >>"));
        yield return new("pdf, names with escapes and dates", "attestation.pdf", PdfWriter.OfPage("/Lang <667220> /Metadata 10 0 R", "/Nom#20Long (x)", "<< /Producer (LibreOffice 7.4) /CreationDate (D:20261125101500+01'00') >>"));
        yield return new("pdf, packed objects and a stream of offsets", "quittance.pdf", Packed());
        yield return new("pdf, changed twice", "bail.pdf", ChangedTwice());
        yield return new("pdf, a scan", "scan0001.pdf", Scan());
        yield return new("pdf, a length said elsewhere", "impression.pdf", LengthElsewhere());
    }

    private static byte[] Packed()
    {
        var pdf = new PdfWriter("1.5");
        pdf.Stream(4, "", Bytes.Latin("BT ET"));
        pdf.Packed(9, (1, "<< /Type /Catalog /Pages 2 0 R >>"), (2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"), (3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>"));
        pdf.EndWithStream(12);
        return pdf.AsIs();
    }

    private static byte[] ChangedTwice()
    {
        var pdf = new PdfWriter("1.4");
        pdf.Basics();
        pdf.EndSection("/Info 5 0 R");
        pdf.Object(20, "<< /Type /Annot /Subtype /Text /Contents (Vu) /Rect [0 0 1 1] >>");
        pdf.EndSection();
        pdf.Object(5, "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>");
        return pdf.Close();
    }

    private static byte[] Scan()
    {
        var pdf = new PdfWriter("1.3");
        pdf.Basics();
        pdf.Stream(10, "/Type /XObject /Subtype /Image /Width 640 /Height 480 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode", PictureWriter.Jpeg(640, 480));
        pdf.Stream(11, "/Type /XObject /Subtype /Image /Width 1240 /Height 1754 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode", Bytes.ZLib(new byte[1240 * 1754 * 3]));
        return pdf.Close();
    }

    private static byte[] LengthElsewhere()
    {
        var pdf = new PdfWriter("1.6");
        pdf.Basics();
        pdf.Stream(10, "/Filter /FlateDecode", Bytes.ZLib(Bytes.Latin("q Q")), "11 0 R");
        pdf.Object(11, $"{Bytes.ZLib(Bytes.Latin("q Q")).Length}");
        return [.. pdf.Close(), (byte)'\r', (byte)'\n'];
    }

    private static IEnumerable<SampleFile> Jpegs()
    {
        yield return new("jpeg, grey", "photo.jpg", PictureWriter.Jpeg(64, 48));
        yield return new("jpeg, coloured", "IMG_20261125_101500.jpeg", PictureWriter.Jpeg(200, 100, coloured: true));
        yield return new("jpeg, with a place and on its side", "IMG_0042.JPG", PictureWriter.Jpeg(100, 200, head: PictureWriter.Exif(6)));
        yield return new("jpeg, upright with EXIF and JFIF", "compteur.jpg", PictureWriter.Jpeg(32, 32, head: [.. PictureWriter.Jfif, .. PictureWriter.Exif(1)]));
        yield return new("jpeg, with a comment", "scan.jpg", PictureWriter.Jpeg(32, 32, head: [.. PictureWriter.Jfif, .. PictureWriter.Segment(0xFE, Bytes.Latin("fait par M. Durand"))]));
        yield return new("jpeg, with restarts", "appareil.jpg", PictureWriter.Jpeg(160, 16, restarts: 4));
        yield return new("jpeg, with a colour profile", "profil.jpg", PictureWriter.Jpeg(16, 16, coloured: true, head: [.. PictureWriter.Jfif, .. PictureWriter.Segment(0xE2, [.. Bytes.Latin("ICC_PROFILE\0"), 1, 1, .. new byte[200]])]));
        yield return new("jpeg, of a known program", "adobe.jpg", PictureWriter.Jpeg(16, 16, coloured: true, head: PictureWriter.Segment(0xEE, [.. Bytes.Latin("Adobe"), 0, 100, 0, 0, 0, 0, 1])));
        yield return new("jpeg, a smaller picture behind it", "telephone.jpg", PictureWriter.Jpeg(80, 60, after: PictureWriter.Jpeg(8, 8)));
        yield return new("jpeg, large", "grande photo été.jpg", PictureWriter.Jpeg(4000, 3000, coloured: true));
    }

    private static IEnumerable<SampleFile> Pngs()
    {
        yield return new("png, coloured", "capture.png", PictureWriter.Png(40, 30));
        yield return new("png, grey of one bit", "scan nb.png", PictureWriter.Png(33, 9, 1, 0));
        yield return new("png, grey of sixteen bits", "gris.png", PictureWriter.Png(7, 5, 16, 0));
        yield return new("png, with a palette", "logo.png", PictureWriter.Png(16, 16, 4, 3));
        yield return new("png, seen through", "Capture d’écran 2026-11-25.png", PictureWriter.Png(64, 64, 8, 6));
        yield return new("png, grey seen through", "gris-alpha.PNG", PictureWriter.Png(10, 10, 8, 4));
        yield return new("png, interlaced", "entrelacé.png", PictureWriter.Png(37, 29, interlaced: true));
        yield return new("png, in pieces", "morceaux.png", PictureWriter.Png(300, 200, pieces: 5));
        yield return new("png, with texts and a time", "texte.png", PictureWriter.Png(8, 8, more: [.. PictureWriter.Chunk("tEXt", Bytes.Latin("Author\0Mme Benali")), .. PictureWriter.Chunk("tIME", 7, 234, 11, 25, 10, 15, 0), .. PictureWriter.Chunk("pHYs", 0, 0, 11, 19, 0, 0, 11, 19, 1)]));
        yield return new("png, with EXIF", "exif.png", PictureWriter.Png(8, 8, more: PictureWriter.Chunk("eXIf", Bytes.Latin("II*\0GPS 43.8367"))));
    }

    private static IEnumerable<SampleFile> OpenDocuments()
    {
        yield return new("odt, plain", "lettre.odt", ContainerWriter.Odt());
        yield return new("odt, many paragraphs", "récit.odt", ContainerWriter.Odt(string.Concat(Enumerable.Range(1, 500).Select(number => $"<text:p>Paragraphe {number}, écrit en décembre.</text:p>"))));
        yield return new("odt, with a link", "liens.odt", ContainerWriter.Odt("<text:p><text:a xlink:href=\"https://www.caf.fr/\">caf.fr</text:a> <text:a xlink:href=\"mailto:a@b.example\">mail</text:a> <text:a xlink:href=\"#ici\">ici</text:a></text:p>"));
        yield return new("odt, with a picture", "avec photo.odt", ContainerWriter.Odt("<text:p><draw:frame><draw:image xlink:href=\"Pictures/1.png\"/></draw:frame></text:p>", more: ("Pictures/1.png", PictureWriter.Png(8, 8))));
        yield return new("odt, with a thumbnail", "vignette.odt", ContainerWriter.Odt(more: ("Thumbnails/thumbnail.png", PictureWriter.Png(8, 8))));
        yield return new("odt, with its settings", "réglages.odt", ContainerWriter.Odt(more: [("settings.xml", ContainerWriter.Xml("<settings/>")), ("meta.xml", ContainerWriter.Meta("<meta:generator>LibreOffice/7.4</meta:generator>"))]));
        yield return new("odt, with an empty list of scripts", "vide.odt", ContainerWriter.Odt(before: "<office:scripts/>"));
        yield return new("odt, as LibreOffice leaves it", "bureau.odt", ContainerWriter.Odt(more: [("Configurations2/accelerator/current.xml", []), ("layout-cache", [1, 2, 3]), ("manifest.rdf", ContainerWriter.Xml("<rdf/>"))]));
        yield return new("odt, a table", "tableau.odt", ContainerWriter.Odt("<text:p/><table:table xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\"><table:table-row/></table:table>"));
        yield return new("odt, with notes", "notes.odt", ContainerWriter.Odt("<text:p>Voir<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body><text:p>La note.</text:p></text:note-body></text:note></text:p>"));
    }
}
