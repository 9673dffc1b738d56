using System.Text;

namespace Pimms.UnitTests;

/// <summary>Writes PDFs in the shapes of several producers.</summary>
internal sealed class PdfWriter(string version = "1.7")
{
    private readonly MemoryStream file = Opened(version);
    private readonly SortedDictionary<int, long> offsets = [];
    private string previous = "";

    public static byte[] OfPage(string catalogue = "", string page = "", params string[] more)
    {
        var pdf = new PdfWriter();
        pdf.Basics(catalogue, page);
        for (var number = 0; number < more.Length; number++)
            pdf.Object(10 + number, more[number]);
        return pdf.Close();
    }

    public void Basics(string catalogue = "", string page = "")
    {
        Object(1, $"<< /Type /Catalog /Pages 2 0 R {catalogue} >>");
        Object(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        Object(3, $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> {page} >>");
        Stream(4, "", Bytes.Latin("BT /F1 12 Tf 72 720 Td (Bonjour) Tj ET"));
        Object(5, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    }

    public void Object(int number, string value)
    {
        Begin(number);
        Write($"{number} 0 obj\n{value}\nendobj\n");
    }

    public void Stream(int number, string about, byte[] body, string? length = null)
    {
        Begin(number);
        Write($"{number} 0 obj\n<< {about} /Length {length ?? $"{body.Length}"} >>\nstream\n");
        file.Write(body);
        Write("\nendstream\nendobj\n");
    }

    /// <summary>Objects packed into a stream, as newer producers do.</summary>
    public void Packed(int number, params (int Number, string Value)[] objects)
    {
        var (list, content) = (new StringBuilder(), new StringBuilder());
        foreach (var (its, value) in objects)
        {
            list.Append(its).Append(' ').Append(content.Length).Append(' ');
            content.Append(value).Append('\n');
        }
        var body = Bytes.ZLib(Bytes.Latin($"{list}{content}"));
        Stream(number, $"/Type /ObjStm /N {objects.Length} /First {list.Length} /Filter /FlateDecode", body);
    }

    /// <summary>Closes a section; another may follow, as in files that were changed later.</summary>
    public void EndSection(string trailer = "")
    {
        var start = file.Position;
        Write("xref\n0 1\n0000000000 65535 f \n");
        foreach (var (number, offset) in offsets)
            Write($"{number} 1\n{offset:0000000000} 00000 n \n");
        Write($"trailer\n<< /Size 100 /Root 1 0 R {previous} {trailer} >>\nstartxref\n{start}\n%%EOF\n");
        previous = $"/Prev {start}";
        offsets.Clear();
    }

    public void EndWithStream(int number)
    {
        var start = file.Position;
        Stream(number, "/Type /XRef /Size 100 /Root 1 0 R /W [1 4 1] /Filter /FlateDecode", Bytes.ZLib(new byte[600]));
        Write($"startxref\n{start}\n%%EOF\n");
    }

    public void Write(string text) => file.Write(Bytes.Latin(text));

    public byte[] Close(string trailer = "")
    {
        EndSection(trailer);
        return file.ToArray();
    }

    public byte[] AsIs() => file.ToArray();

    private void Begin(int number) => offsets[number] = file.Position;

    private static MemoryStream Opened(string version)
    {
        var opened = new MemoryStream();
        opened.Write(Bytes.Latin($"%PDF-{version}\n%\u00e2\u00e3\u00cf\u00d3\n"));
        return opened;
    }
}
