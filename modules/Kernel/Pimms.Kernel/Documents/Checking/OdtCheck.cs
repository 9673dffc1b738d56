using System.Text.RegularExpressions;
using System.Xml;

namespace Pimms.Kernel;

/// <summary>An ODT that only holds text and pictures: no script, no event that starts one, no object, nothing fetched from elsewhere.</summary>
internal static partial class OdtCheck
{
    /// <summary>The first entry of an ODT is its type, not packed, without anything between.</summary>
    public static bool HasItsMark(ReadOnlySpan<byte> zip) => zip.Length > 38 && zip[30..38].SequenceEqual("mimetype"u8);

    public static void Check(ZipContainer zip)
    {
        if (zip.Names[0] != "mimetype" || !zip["mimetype"].AsSpan().SequenceEqual("application/vnd.oasis.opendocument.text"u8) || zip["content.xml"] is null || zip["META-INF/manifest.xml"] is not { } manifest)
            throw new UnfitDocumentException(DocumentRefusal.UnknownType);
        if (PartXml.Elements(manifest).Any(element => element.LocalName == "encryption-data"))
            throw new UnfitDocumentException(DocumentRefusal.Encrypted);
        foreach (var name in zip.Names.Where(name => !name.EndsWith('/')))
            CheckPart(name, zip[name]!);
    }

    private static void CheckPart(string name, byte[] part)
    {
        if (ActiveName().IsMatch(name) || Foreign.IsIn(part))
            throw new UnfitDocumentException(DocumentRefusal.ActiveContent);
        if (name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rdf", StringComparison.OrdinalIgnoreCase))
            CheckXml(part);
        else if (!Known().IsMatch(name))
            throw new UnfitDocumentException(DocumentRefusal.ActiveContent);
    }

    private static void CheckXml(byte[] part)
    {
        // LibreOffice leaves some parts empty.
        if (part.Length == 0)
            return;
        foreach (var node in PartXml.Nodes(part))
        {
            if (node.NodeType == XmlNodeType.Element && (ActiveElement().IsMatch(node.LocalName) || LeadsOut(node)))
                throw new UnfitDocumentException(DocumentRefusal.ActiveContent);
            if (node.NodeType == XmlNodeType.ProcessingInstruction)
                throw new UnfitDocumentException(DocumentRefusal.ActiveContent);
        }
    }

    /// <summary>Links that a person clicks may lead out; pictures, sections and whatever else loads by itself may not.</summary>
    private static bool LeadsOut(XmlReader element)
    {
        if (element.Named("href") is not { } address)
            return false;
        return element.LocalName == "a" ? !Links.AreHarmless(address) && !address.StartsWith("../", StringComparison.Ordinal)
            : Links.HasScheme(address) || address.StartsWith("..", StringComparison.Ordinal) || address.StartsWith('/');
    }

    [GeneratedRegex("^(Basic|Scripts|Dialogs|Object\\b.*)/|\\.(xlb|xlc|xba|bsh|js|py|class|jar|bin|exe|html?|svg)$", RegexOptions.IgnoreCase)]
    private static partial Regex ActiveName();

    [GeneratedRegex("^(script|script-data|event-listener|event-listeners|object|object-ole|plugin|applet|floating-frame|execute-macro|dde-connection|dde-connection-decl|dde-connection-decls|dde-source|section-source|library|database-.*|connection-resource|form|password)$")]
    private static partial Regex ActiveElement();

    [GeneratedRegex("^(mimetype|layout-cache|Pictures/[^/]+\\.(png|jpe?g|gif|bmp|tiff?|emf|wmf|svm)|Thumbnails/thumbnail\\.png|Fonts/[^/]+|Configurations2/(accelerator/current\\.xml|images/.*))$", RegexOptions.IgnoreCase)]
    private static partial Regex Known();
}
