namespace Pimms.Kernel;

/// <summary>
/// A table of offsets may point anywhere, even into a text, a comment or the middle of a picture. So the bytes are searched once more for
/// names that have no business there, whatever they seem to be part of.
/// </summary>
internal static class PdfHiding
{
    public static void Refuse(ReadOnlySpan<byte> pdf, PdfExamination read)
    {
        var found = read.Seen.Keys.ToDictionary(name => name, _ => 0);
        for (var slash = pdf.IndexOf((byte)'/'); slash >= 0;)
        {
            var name = ShortName(pdf, slash, out var end);
            if (PdfExamination.Active.Contains(name) && name != "XFA" || (name is "JS" or "AA" or "XFA" && HasValue(pdf[end..])))
                throw new UnfitDocumentException(DocumentRefusal.ActiveContent);
            if (found.TryGetValue(name, out var times) && name is "ObjStm" or "OpenAction")
                found[name] = times + 1;
            var next = pdf[(slash + 1)..].IndexOf((byte)'/');
            slash = next < 0 ? -1 : slash + 1 + next;
        }
        // Names packed into streams were read too, but are not seen here: more here than read is what hides.
        if (found["ObjStm"] > read.Seen["ObjStm"] || found["OpenAction"] > read.Seen["OpenAction"])
            throw new UnfitDocumentException(DocumentRefusal.ActiveContent);
    }

    /// <summary>Whether a name stands anywhere, its signs escaped or not.</summary>
    public static bool Names(ReadOnlySpan<byte> pdf, string name)
    {
        for (var slash = pdf.IndexOf((byte)'/'); slash >= 0;)
        {
            if (ShortName(pdf, slash, out _) == name)
                return true;
            var next = pdf[(slash + 1)..].IndexOf((byte)'/');
            slash = next < 0 ? -1 : slash + 1 + next;
        }
        return false;
    }

    /// <summary>Two letters stand in any picture by chance; with a text, a dictionary or a reference behind them they do not.</summary>
    private static bool HasValue(ReadOnlySpan<byte> behind)
    {
        var at = 0;
        while (at < behind.Length && at < 20 && PdfNames.IsSpace(behind[at]))
            at++;
        var rest = behind[at..];
        if (rest.StartsWith("("u8) || rest.StartsWith("<<"u8) || rest.StartsWith("["u8))
            return true;
        var word = 0;
        while (word < rest.Length && word < 20 && (char.IsAsciiDigit((char)rest[word]) || rest[word] == ' '))
            word++;
        return word > 3 && word < rest.Length && rest[word] == 'R';
    }

    private static string ShortName(ReadOnlySpan<byte> pdf, int slash, out int end)
    {
        // Three bytes for each sign at most, and no name of ours is longer than twenty.
        var window = pdf.Slice(slash, Math.Min(pdf.Length - slash, 70));
        var name = PdfNames.At(window, 0, out var length);
        end = slash + length;
        return name;
    }
}
