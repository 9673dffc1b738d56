using System.Text.RegularExpressions;

namespace Pimms.Kernel;

/// <summary>A DOCX that only holds text and pictures: no macro, no control, no other file inside, nothing fetched from elsewhere.</summary>
internal static partial class DocxCheck
{
    private const string Main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    public static void Check(ZipContainer zip)
    {
        if (zip["[Content_Types].xml"] is not { } types || zip["_rels/.rels"] is null)
            throw new UnfitDocumentException(DocumentRefusal.UnknownType);
        var declared = PartXml.Elements(types).Select(element => element.Named("ContentType")).OfType<string>().ToList();
        if (declared.Any(type => ActiveType().IsMatch(type)) || zip.Names.Any(name => ActiveName().IsMatch(name)))
            throw new UnfitDocumentException(DocumentRefusal.ActiveContent);
        if (!declared.Contains(Main))
            throw new UnfitDocumentException(DocumentRefusal.UnknownType);
        foreach (var name in zip.Names.Where(name => !name.EndsWith('/')))
            CheckPart(name, zip[name]!);
    }

    private static void CheckPart(string name, byte[] part)
    {
        if (Foreign.IsIn(part))
            throw new UnfitDocumentException(DocumentRefusal.ActiveContent);
        if (name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
            CheckRelations(part);
        else if (Text().IsMatch(name))
            CheckText(part);
        else if (!Media().IsMatch(name))
            throw new UnfitDocumentException(DocumentRefusal.ActiveContent);
    }

    /// <summary>Only a link that a person clicks may lead out of the file.</summary>
    private static void CheckRelations(byte[] part)
    {
        foreach (var relation in PartXml.Elements(part).Where(element => element.LocalName == "Relationship"))
        {
            var (type, target) = (relation.Named("Type") ?? "", relation.Named("Target") ?? "");
            var outside = string.Equals(relation.Named("TargetMode"), "External", StringComparison.OrdinalIgnoreCase);
            if (ActiveRelation().IsMatch(type) || (outside && !(type.EndsWith("/hyperlink", StringComparison.Ordinal) && Links.AreHarmless(target))) || (!outside && Links.HasScheme(target)))
                throw new UnfitDocumentException(DocumentRefusal.ActiveContent);
        }
    }

    /// <summary>Fields that fetch or start something, however their name is cut into pieces.</summary>
    private static void CheckText(byte[] part)
    {
        var fields = new WordFields();
        foreach (var node in PartXml.Nodes(part))
        {
            if (node.NodeType == System.Xml.XmlNodeType.Element && node.LocalName is "OLEObject" or "object" or "control" or "altChunk" or "subDoc" or "attachedTemplate" or "saveThroughXslt")
                throw new UnfitDocumentException(DocumentRefusal.ActiveContent);
            fields.Read(node);
        }
    }

    [GeneratedRegex("macroEnabled|vba|activeX|oleObject|package$", RegexOptions.IgnoreCase)]
    private static partial Regex ActiveType();

    [GeneratedRegex("vbaProject|vbaData|activeX|(^|/)embeddings/|\\.(bin|exe|dll|docm|dotm|xlsm|js|vbs|html?|svg)$", RegexOptions.IgnoreCase)]
    private static partial Regex ActiveName();

    [GeneratedRegex("/(vbaProject|wordVbaData|oleObject|package|aFChunk|control|activeXControlBinary|attachedTemplate|subDocument|frame|externalLink\\w*|transform|keyMapCustomizations|attachedToolbars|recipientData|mailMerge\\w*)$", RegexOptions.IgnoreCase)]
    private static partial Regex ActiveRelation();

    // Some writers give the document's properties an ending of their own.
    [GeneratedRegex("\\.(xml|psmdcp)$", RegexOptions.IgnoreCase)]
    private static partial Regex Text();

    [GeneratedRegex("\\.(png|jpe?g|gif|bmp|tiff?|emf|wmf|odttf|fntdata)$", RegexOptions.IgnoreCase)]
    private static partial Regex Media();
}
