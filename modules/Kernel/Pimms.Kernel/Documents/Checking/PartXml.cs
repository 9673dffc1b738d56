using System.Xml;

namespace Pimms.Kernel;

/// <summary>Reads a part of a container: no document type, nothing fetched, no deeper than documents are.</summary>
internal static class PartXml
{
    private const int Deepest = 300;

    /// <summary>Each node in order; the reader stands on it.</summary>
    public static IEnumerable<XmlReader> Nodes(byte[] part)
    {
        using var reader = XmlReader.Create(new MemoryStream(part), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 100_000_000, CheckCharacters = true });
        while (Read(reader))
            yield return reader;
    }

    /// <summary>Only the elements.</summary>
    public static IEnumerable<XmlReader> Elements(byte[] part) => Nodes(part).Where(node => node.NodeType == XmlNodeType.Element);

    /// <summary>An attribute by its local name, whatever its namespace.</summary>
    public static string? Named(this XmlReader element, string localName)
    {
        string? value = null;
        if (element.MoveToFirstAttribute())
        {
            do
            {
                if (element.LocalName == localName)
                    value = element.Value;
            }
            while (element.MoveToNextAttribute());
            element.MoveToElement();
        }
        return value;
    }

    private static bool Read(XmlReader reader)
    {
        try
        {
            return reader.Read() && (reader.Depth <= Deepest ? true : throw new UnfitDocumentException(DocumentRefusal.Bomb));
        }
        catch (XmlException)
        {
            throw new UnfitDocumentException(DocumentRefusal.Broken);
        }
    }
}
