namespace Pimms.UnitTests;

/// <summary>Files that must never be served: each kind of harm in each shape it is known to take.</summary>
public static class HostileFiles
{
    /// <summary>Refused by looking into them.</summary>
    public static IReadOnlyList<SampleFile> Seen { get; } =
    [
        .. HostilePdfs.All(), .. HostilePictures.All(), .. HostileContainers.Docx(), .. HostileContainers.Odt(), .. HostileContainers.Zips(), .. Polyglots(), .. Names(), .. Types(),
    ];

    /// <summary>Only a scanner knows them.</summary>
    public static IReadOnlyList<SampleFile> Infected { get; } = [.. Viruses()];

    private static IEnumerable<SampleFile> Polyglots()
    {
        var zip = ContainerWriter.Zip(("a.txt", Bytes.Latin("x")));
        foreach (var (label, name, host) in ((string, string, byte[])[])[("pdf", "a.pdf", PdfWriter.OfPage()), ("jpeg", "a.jpg", PictureWriter.Jpeg(16, 16)), ("png", "a.png", PictureWriter.Png(8, 8))])
        {
            yield return new($"{label} with a zip behind it", name, [.. host, .. zip]);
            yield return new($"{label} with a page behind it", name, [.. host, .. Bytes.Latin("<html><script>alert(1)</script></html>")]);
            yield return new($"{label} with a program behind it", name, [.. host, .. Bytes.Latin("MZ"), .. new byte[200]]);
            yield return new($"{label} with a script behind it", name, [.. host, .. Bytes.Latin("\n<?php system($_GET['c']); ?>")]);
            yield return new($"{label} with a pdf behind it", name, [.. host, .. PdfWriter.OfPage(), (byte)'x']);
            yield return new($"{label} cut in the middle", name, host[..(host.Length / 2)]);
            yield return new($"{label} behind a program", name, [.. Bytes.Latin("MZ"), .. new byte[200], .. host]);
            yield return new($"{label} behind a page", name, [.. Bytes.Latin("<html><script>alert(1)</script></html>"), .. host]);
        }
        yield return new("pdf with a zip inside a stream", "a.pdf", WithStream(zip));
        yield return new("docx with a page behind it", "a.docx", [.. ContainerWriter.Docx(), .. Bytes.Latin("<script>1</script>")]);
        yield return new("docx behind a program", "a.docx", [.. Bytes.Latin("MZ"), .. ContainerWriter.Docx()]);
        yield return new("odt behind a picture", "a.odt", [.. PictureWriter.Jpeg(8, 8), .. ContainerWriter.Odt()]);
        yield return new("odt with a pdf behind it", "a.odt", [.. ContainerWriter.Odt(), .. PdfWriter.OfPage()]);
        yield return new("jpeg whose comment is a page and that never shows", "a.jpg", [0xFF, 0xD8, .. PictureWriter.Segment(0xFE, Bytes.Latin("<script>1</script>")), 0xFF, 0xD9]);
    }

    private static byte[] WithStream(byte[] body)
    {
        var pdf = new PdfWriter();
        pdf.Basics();
        pdf.Stream(10, "", body);
        return pdf.Close();
    }

    private static IEnumerable<SampleFile> Names()
    {
        string[] names =
        [
            "facture\u202efdp.exe.pdf", "facture.exe", "facture.pdf.exe", "facture.exe.pdf", "facture.js.pdf", "facture.php.pdf", "facture.html.pdf", "facture.lnk.pdf", "facture.docm.pdf", "facture.svg", "facture.scr .pdf",
            "facture.e\u200bxe.pdf", "facture.exe\u200f", "facture.pdf.e\u00adxe", "../facture.exe.pdf", "facture%2eexe.pdf", "facture.com.pdf", "facture.Exe.pdf", "facture.JSE.pdf", "facture.\u2060hta.pdf", "facture.cmd\u00a0.pdf", "a/facture.vbs.pdf",
        ];
        return names.Select(name => new SampleFile($"name {string.Concat(name.Select(sign => sign is > ' ' and < '\u007f' ? $"{sign}" : $"\\u{(int)sign:x4}"))}", name, PdfWriter.OfPage()));
    }

    private static IEnumerable<SampleFile> Types()
    {
        (string Label, byte[] Content)[] others =
        [
            ("html", Bytes.Latin("<!doctype html><script>alert(1)</script>")), ("svg", Bytes.Latin("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")), ("program", [.. Bytes.Latin("MZ"), .. new byte[500]]),
            ("elf", [0x7F, .. Bytes.Latin("ELF"), .. new byte[100]]), ("ole", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]]), ("rtf", Bytes.Latin("{\\rtf1 {\\object}}")), ("gif", Bytes.Latin("GIF89a<script>")),
            ("shell", Bytes.Latin("#!/bin/sh\nrm -rf /")), ("text", Bytes.Latin("bonjour")), ("rar", Bytes.Latin("Rar!\u001a\u0007\u0000")), ("gzip", [0x1F, 0x8B, 8, 0]), ("eicar as text", Bytes.Latin(Bytes.Eicar)),
            ("postscript", Bytes.Latin("%!PS-Adobe-3.0\n%%EOF")), ("fdf", Bytes.Latin("%FDF-1.2\n%%EOF")), ("empty pdf", Bytes.Latin("%PDF-1.7\n%%EOF")), ("only a jpeg mark", [0xFF, 0xD8, 0xFF]), ("only a png mark", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), ("nothing", []),
        ];
        foreach (var (label, content) in others)
            yield return new($"{label} called a pdf", "facture.pdf", content);
        yield return new("jpeg called a pdf", "facture.pdf", PictureWriter.Jpeg(8, 8));
        yield return new("pdf called a picture", "photo.png", PdfWriter.OfPage());
        yield return new("docx called an odt", "lettre.odt", ContainerWriter.Docx());
        yield return new("odt called a docx", "lettre.docx", ContainerWriter.Odt());
        yield return new("a pdf of more than 10 MB", "gros.pdf", [.. PdfWriter.OfPage(), .. new byte[DocumentIntake.MostBytes]]);
        yield return new("a jpeg of more than 10 MB", "grosse.jpg", PictureWriter.Jpeg(16, 16, head: [.. Enumerable.Range(0, 162).SelectMany(_ => PictureWriter.Segment(0xFE, new byte[65_000]))]));
    }

    private static IEnumerable<SampleFile> Viruses()
    {
        var eicar = Bytes.Latin(Bytes.Eicar);
        yield return new("eicar in the text of a docx", "virus.docx", ContainerWriter.Docx(more: ("customXml/item1.xml", ContainerWriter.Xml($"<a>{System.Security.SecurityElement.Escape(Bytes.Eicar)}</a>"))));
        yield return new("eicar as a picture of a docx", "virus.docx", ContainerWriter.Docx(more: ("word/media/image1.png", eicar)));
        yield return new("eicar as a picture of an odt", "virus.odt", ContainerWriter.Odt(more: ("Pictures/1.png", eicar)));
        yield return new("eicar in a comment of a jpeg", "virus.jpg", PictureWriter.Jpeg(8, 8, head: [.. PictureWriter.Jfif, .. PictureWriter.Segment(0xFE, eicar)]));
        yield return new("eicar in a text of a png", "virus.png", PictureWriter.Png(8, 8, more: PictureWriter.Chunk("tEXt", [.. Bytes.Latin("Comment\0"), .. eicar])));
        yield return new("eicar in a stream of a pdf", "virus.pdf", WithStream(eicar));
    }
}
