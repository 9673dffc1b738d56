using System.Globalization;
using System.IO.Compression;

namespace Pimms.UnitTests;

/// <summary>PDFs that script, launch, carry, send, hide or explode.</summary>
internal static class HostilePdfs
{
    private const string Script = "<< /S /JavaScript /JS (app.alert\\(1\\)) >>";

    public static IEnumerable<SampleFile> All() => Made().Select(one => new SampleFile($"pdf {one.Label}", "facture.pdf", one.Content));

    private static IEnumerable<(string Label, byte[] Content)> Made()
    {
        yield return ("that scripts when opened", PdfWriter.OfPage($"/OpenAction {Script}"));
        yield return ("that scripts when opened, elsewhere", PdfWriter.OfPage("/OpenAction 10 0 R", "", Script));
        yield return ("that opens what is not there", PdfWriter.OfPage("/OpenAction 77 0 R"));
        yield return ("that opens an address when opened", PdfWriter.OfPage("/OpenAction << /S /URI /URI (https://evil.example/) >>"));
        yield return ("that goes on from a place to an action", PdfWriter.OfPage("/OpenAction << /S /GoTo /D [3 0 R /Fit] /Next 10 0 R >>"));
        yield return ("with scripts by name", PdfWriter.OfPage("/Names << /JavaScript << /Names [(a) 10 0 R] >> >>", "", "<< /S /Ja#76aScript >>"));
        yield return ("with an escaped script", PdfWriter.OfPage("", "/Annots [10 0 R]", "<< /Subtype /Link /A << /S /J#61v#61Script /#4aS (x) >> >>"));
        yield return ("with every sign escaped", PdfWriter.OfPage("", "", $"<< /A << /S {Escaped("JavaScript")} {Escaped("JS")} (x) >> >>"));
        yield return ("with a script in a stream", PdfWriter.OfPage("", "", "<< /JS 11 0 R >>", "(x)"));
        foreach (var action in (string[])["Launch", "SubmitForm", "ImportData", "GoToR", "GoToE", "Rendition", "GoTo3DView", "RichMediaExecute"])
            yield return ($"with the action {action}", PdfWriter.OfPage("", "/Annots [10 0 R]", $"<< /Subtype /Link /A << /S /{action} /F (cmd.exe) >> >>"));
        yield return ("that launches by an escaped name", PdfWriter.OfPage("", "/Annots [10 0 R]", "<< /Subtype /Link /A << /S /L#61unch /F (cmd.exe) >> >>"));
        foreach (var subtype in (string[])["RichMedia", "Screen", "Movie", "Sound", "3D", "FileAttachment", "PS"])
            yield return ($"with an annotation {subtype}", PdfWriter.OfPage("", "/Annots [10 0 R]", $"<< /Type /Annot /Subtype /{subtype} >>"));
        yield return ("with additional actions", PdfWriter.OfPage("", "/AA << /O 10 0 R >>", "<< /S /Named /N /Print >>"));
        yield return ("with additional actions of the whole", PdfWriter.OfPage("/AA 10 0 R", "", "<< /WC << >> >>"));
        yield return ("with embedded files", PdfWriter.OfPage("/Names << /EmbeddedFiles << /Names [(a.exe) 10 0 R] >> >>", "", "<< /Type /Filespec /F (a.exe) >>"));
        yield return ("with an embedded file", PdfWriter.OfPage("", "", "<< /Type /Filespec /EF << /F 11 0 R >> >>"));
        yield return ("that is an envelope of files", PdfWriter.OfPage("/Collection << /Type /Collection /View /D >>", "", "<< /Subtype /Collection >>"));
        yield return ("with a form of XFA", PdfWriter.OfPage("/AcroForm << /XFA [(template) 10 0 R] >>", "", "<< >>"));
        yield return ("with a link that scripts", PdfWriter.OfPage("", "/Annots [10 0 R]", "<< /Subtype /Link /A << /S /URI /URI (javascript:alert\\(1\\)) >> >>"));
        yield return ("with a link that scripts by numbers", PdfWriter.OfPage("", "/Annots [10 0 R]", "<< /Subtype /Link /A << /S /URI /URI (\\152ava\\163cript:alert\\(1\\)) >> >>"));
        yield return ("with a link that scripts, elsewhere", PdfWriter.OfPage("", "/Annots [10 0 R]", "<< /Subtype /Link /A << /S /URI /URI 11 0 R >> >>", "(javascript:alert\\(1\\))"));
        yield return ("with a link to a file", PdfWriter.OfPage("", "/Annots [10 0 R]", "<< /Subtype /Link /A << /S /URI /URI (file:///c:/windows/system32/cmd.exe) >> >>"));
        yield return ("with a file of another place", PdfWriter.OfPage("", "", "<< /FS /URL /F (https://evil.example/x) >>"));
        yield return ("whose stream lies elsewhere", Streamed("/F (//evil.example/share)", [1, 2, 3]));
        yield return ("that asks for a password", Encrypted());
        yield return ("whose stream is encrypted", Streamed("/Filter /Crypt", [1, 2, 3]));
        yield return ("with a script among packed objects", Packed($"<< /Type /Action /S /JavaScript /JS (x) >>"));
        yield return ("with an escaped script among packed objects", Packed("<< /S /J#61vaScript >>"));
        yield return ("with packed objects in a packing nobody uses", Streamed("/Type /ObjStm /N 1 /First 4 /Filter /LZWDecode", Bytes.ZLib(new byte[10])));
        yield return ("with packed objects that explode", Streamed("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", Bytes.ZLib(new byte[60_000_000])));
        yield return ("with a thousand packed objects that are one long one", ManyAtOne());
        yield return ("packed twice", Streamed("/Filter [/FlateDecode /FlateDecode]", Bytes.ZLib(Bytes.ZLib(new byte[1_000_000]))));
        yield return ("with a stream that explodes", Streamed("/Filter /FlateDecode", Bytes.ZLib(new byte[201_000_000])));
        yield return ("with a picture of 90 000 by 90 000", Streamed("/Subtype /Image /Width 90000 /Height 90000 /Filter /CCITTFaxDecode", [1, 2, 3]));
        yield return ("nested a thousand times", PdfWriter.OfPage("", "", new string('[', 1000) + new string(']', 1000)));
        yield return ("with a script hidden in a stream", Streamed("", Bytes.Latin("99 0 obj << /S /JavaScript /JS (x) >> endobj")));
        yield return ("with a short script hidden in a stream", Streamed("", Bytes.Latin("99 0 obj << /S 98 0 R /JS (x) >> endobj")));
        yield return ("with packed objects hidden in a stream", Streamed("", Bytes.Latin("99 0 obj << /Type /ObjStm /N 1 /First 2 >> stream")));
        yield return ("with an action hidden in a text", PdfWriter.OfPage("", "", "(99 0 obj << /Type /Catalog /OpenAction 5 0 R >> endobj)"));
        yield return ("with a script hidden in a remark", PdfWriter.OfPage("", "", "<< >>\n% << /S /JavaScript >>"));
        yield return ("with a script in an older version of an object", OlderVersion());
        yield return ("without an end", PdfWriter.OfPage()[..^7]);
        yield return ("without a page", WithoutPage());
        yield return ("with an object that does not end", PdfWriter.OfPage("", "", "<< /A (never closed >>"));
        yield return ("with words between its objects", Between("<script>alert(1)</script>\n"));
        yield return ("with a program in a remark", Between("%" + new string('M', 5000) + "\n"));
        yield return ("behind other bytes", [.. Bytes.Latin("GIF89a"), .. PdfWriter.OfPage()]);
        yield return ("of an unknown version", PdfWriter.OfPage().Select((one, at) => at == 5 ? (byte)'9' : one).ToArray());
    }

    private static string Escaped(string name) => "/" + string.Concat(name.Select(sign => string.Create(CultureInfo.InvariantCulture, $"#{(int)sign:x2}")));

    private static byte[] Streamed(string about, byte[] body)
    {
        var pdf = new PdfWriter();
        pdf.Basics();
        pdf.Stream(10, about, body);
        return pdf.Close();
    }

    private static byte[] Packed(string value)
    {
        var pdf = new PdfWriter();
        pdf.Basics();
        pdf.Packed(10, (11, "<< >>"), (12, value));
        pdf.EndWithStream(13);
        return pdf.AsIs();
    }

    private static byte[] ManyAtOne()
    {
        var list = string.Concat(Enumerable.Range(100, 1000).Select(number => $"{number} 0 "));
        return Streamed($"/Type /ObjStm /N 1000 /First {list.Length} /Filter /FlateDecode", Bytes.ZLib(Bytes.Latin($"{list}[{string.Concat(Enumerable.Repeat("1 ", 50_000))}]")));
    }

    private static byte[] Encrypted()
    {
        var pdf = new PdfWriter();
        pdf.Basics();
        return pdf.Close("/Encrypt << /Filter /Standard /V 4 >>");
    }

    private static byte[] OlderVersion()
    {
        var pdf = new PdfWriter();
        pdf.Basics("/OpenAction 10 0 R");
        pdf.Object(10, "<< /S /Named /N /GoBack /Next 11 0 R >>");
        pdf.EndSection();
        pdf.Object(10, "<< /S /GoTo /D [3 0 R /Fit] >>");
        return pdf.Close();
    }

    private static byte[] WithoutPage()
    {
        var pdf = new PdfWriter();
        pdf.Object(1, "<< /Type /Catalog >>");
        return pdf.Close();
    }

    private static byte[] Between(string words)
    {
        var pdf = new PdfWriter();
        pdf.Basics();
        pdf.Write(words);
        return pdf.Close();
    }
}
