using System.IO.Compression;
using System.Text;

namespace Pimms.UnitTests;

/// <summary>Writes containers: ODT by hand, DOCX by hand where a real writer would not write what is wanted.</summary>
internal static class ContainerWriter
{
    public const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string OdtType = "application/vnd.oasis.opendocument.text";
    private const string Namespaces = """xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0" xmlns:form="urn:oasis:names:tc:opendocument:xmlns:form:1.0" xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" """;

    public static byte[] Zip(params (string Name, byte[] Content)[] entries) => Zip(CompressionLevel.Optimal, entries);

    public static byte[] Zip(CompressionLevel level, params (string Name, byte[] Content)[] entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name, name == "mimetype" ? CompressionLevel.NoCompression : level).Open();
                entry.Write(content);
            }
        }
        return file.ToArray();
    }

    public static byte[] Xml(string xml) => Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml);

    public static byte[] Odt(string body = "<text:p>Bonjour</text:p>", string before = "", string manifest = "", string mark = OdtType, params (string Name, byte[] Content)[] more) => Zip(
    [
        ("mimetype", Encoding.ASCII.GetBytes(mark)),
        ("content.xml", Xml($"<office:document-content {Namespaces}>{before}<office:body><office:text>{body}</office:text></office:body></office:document-content>")),
        ("styles.xml", Xml($"<office:document-styles {Namespaces}/>")),
        .. more,
        ("META-INF/manifest.xml", Xml($"<manifest:manifest {Namespaces}><manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"{OdtType}\"/>{manifest}</manifest:manifest>")),
    ]);

    public static byte[] Meta(string content) => Xml($"<office:document-meta {Namespaces}><office:meta>{content}</office:meta></office:document-meta>");

    /// <summary>The smallest DOCX there is, with what a test adds.</summary>
    public static byte[] Docx(string body = "<w:p><w:r><w:t>Bonjour</w:t></w:r></w:p>", string types = "", string relations = "", string main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", params (string Name, byte[] Content)[] more) => Zip(
    [
        ("[Content_Types].xml", Xml($"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{main}"/>{types}</Types>""")),
        ("_rels/.rels", Relations(Relation("officeDocument", "word/document.xml"))),
        ("word/document.xml", Xml($"""<w:document xmlns:w="{Word}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:o="urn:schemas-microsoft-com:office:office"><w:body>{body}</w:body></w:document>""")),
        ("word/_rels/document.xml.rels", Relations(relations)),
        .. more,
    ]);

    public static byte[] Relations(string relations) => Xml($"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>""");

    public static string Relation(string type, string target, bool external = false) =>
        $"""<Relationship Id="r{Guid.NewGuid():N}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{type}" Target="{target}"{(external ? " TargetMode=\"External\"" : "")}/>""";

    public static string Field(params string[] runs) =>
        $"<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>{string.Concat(runs.Select(run => $"<w:r><w:instrText xml:space=\"preserve\">{run}</w:instrText></w:r>"))}<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>x</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
}
