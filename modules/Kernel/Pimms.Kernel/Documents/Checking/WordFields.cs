using System.Text;
using System.Xml;

namespace Pimms.Kernel;

/// <summary>Follows the fields of a Word part: an instruction may be cut into any number of runs, and fields may stand in fields.</summary>
internal sealed class WordFields
{
    private static readonly HashSet<string> Active = new(StringComparer.OrdinalIgnoreCase)
    {
        "DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "LINK", "EMBED", "MACROBUTTON", "MACRO", "AUTOTEXTLIST", "DATABASE", "RD", "CONTROL", "HTMLCONTROL", "QUOTE",
    };

    private readonly Stack<StringBuilder> open = [];
    private bool inInstruction;

    public void Read(XmlReader node)
    {
        if (node.NodeType == XmlNodeType.Element)
        {
            if (node.LocalName == "fldSimple")
                Check(node.Named("instr") ?? "");
            else if (node.LocalName == "fldChar")
                Mark(node.Named("fldCharType"));
            inInstruction = node.LocalName is "instrText" or "delInstrText" && !node.IsEmptyElement;
        }
        else if (node.NodeType == XmlNodeType.EndElement)
            inInstruction = false;
        else if (inInstruction && node.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
        {
            if (open.Count == 0)
                open.Push(new());
            open.Peek().Append(node.Value);
        }
    }

    private void Mark(string? mark)
    {
        if (mark == "begin")
            open.Push(new());
        else if (mark is "separate" or "end" && open.Count > 0)
        {
            Check(open.Peek().ToString());
            if (mark == "end")
                open.Pop();
            else
                open.Peek().Clear();
        }
    }

    /// <summary>A field whose name is made by another field is one that hides it.</summary>
    private static void Check(string instruction)
    {
        var name = instruction.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        if (name is not null && (Active.Contains(name.TrimStart('\\')) || !(char.IsLetter(name[0]) || name[0] == '=')))
            throw new UnfitDocumentException(DocumentRefusal.ActiveContent);
    }
}
