using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Pimms.Kernel;

/// <summary>
/// Makes a name that any system can keep and any person can trust. What only comes from carelessness is mended (a whole path, characters
/// that some systems forbid, too long); what only comes from intent is refused (a way up, signs that cannot be seen, a second ending that runs).
/// </summary>
internal static partial class SafeFileName
{
    private const int Longest = 120;

    public static string Of(string given, DocumentKind kind)
    {
        if (Unseen(given) || WayUp().IsMatch(given))
            throw new UnfitDocumentException(DocumentRefusal.UnsafeName);
        // Some programs send the whole path.
        var name = given.Normalize(NormalizationForm.FormC).Split('/', '\\')[^1];
        name = Forbidden().Replace(name, "_").TrimEnd(' ', '.', '\u00a0');

        var parts = name.Split('.');
        if (parts.Length > 1 && parts[1..^1].Any(part => Running().IsMatch(part.Trim())))
            throw new UnfitDocumentException(DocumentRefusal.UnsafeName);
        var ending = parts.Length > 1 && Ending().IsMatch(parts[^1]) ? parts[^1].ToLowerInvariant() : null;
        if (ending is not null && !kind.Endings.Contains(ending))
            throw new UnfitDocumentException(Running().IsMatch(ending) ? DocumentRefusal.UnsafeName : DocumentRefusal.NotWhatItSays);

        var stem = (ending is null ? name : name[..^(ending.Length + 1)]).Trim(' ', '.', '\u00a0');
        if (stem.Length == 0)
            stem = "document";
        if (Reserved().IsMatch(stem))
            stem = "_" + stem;
        return $"{Shortened(stem)}.{ending ?? kind.Endings[0]}";
    }

    /// <summary>Control signs, direction marks, signs without width, halves of a sign: nobody types them into a name.</summary>
    private static bool Unseen(string name)
    {
        for (var at = 0; at < name.Length; at++)
        {
            // What stands for a sign that could not be read.
            if (name[at] == '\ufffd')
                return true;
            if (char.IsSurrogate(name[at]))
            {
                if (!char.IsSurrogatePair(name, at))
                    return true;
                at++;
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(name[at]) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
                return true;
        }
        return false;
    }

    /// <summary>Not in the middle of a sign.</summary>
    private static string Shortened(string stem)
    {
        if (stem.Length <= Longest - 5)
            return stem;
        var end = Longest - 5;
        return stem[..(char.IsHighSurrogate(stem[end - 1]) ? end - 1 : end)].TrimEnd(' ', '.');
    }

    [GeneratedRegex(@"(^|[/\\])\.\.([/\\]|$)|%2e%2e|%2f|%5c|%00", RegexOptions.IgnoreCase)]
    private static partial Regex WayUp();

    [GeneratedRegex("""[<>:"|?*]""")]
    private static partial Regex Forbidden();

    [GeneratedRegex("^(?=.*[a-z])[a-z0-9]{1,8}$", RegexOptions.IgnoreCase)]
    private static partial Regex Ending();

    // What a desktop would run, or a browser would show as a page of ours.
    [GeneratedRegex("^(exe|scr|pif|bat|cmd|msi|msp|dll|cpl|jar|js|jse|mjs|vbs|vbe|ws|wsf|wsh|hta|ps1|psm1|sh|bash|py|pl|php\\d?|phtml|phar|jsp|asp|aspx|cgi|lnk|reg|inf|scf|desktop|apk|deb|rpm|iso|img|html?|xhtml|svg|xml|xsl|swf|docm|dotm|xlsm|pptm|chm|gadget|application)$", RegexOptions.IgnoreCase)]
    private static partial Regex Running();

    [GeneratedRegex(@"^(con|prn|aux|nul|conin\$|conout\$|com\d|lpt\d)(\..*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Reserved();
}
