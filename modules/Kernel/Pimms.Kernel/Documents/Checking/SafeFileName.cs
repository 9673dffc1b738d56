using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Pimms.Kernel;

/// <summary>
/// Makes a name that any system can keep and any person can trust. It is mended, whatever is wrong with it: a whole path, signs that some
/// systems forbid or that nobody sees, too long. Only what pretends to be something else is refused: an ending of another kind of file,
/// and one that runs before the last.
/// </summary>
internal static partial class SafeFileName
{
    private const int Longest = 120;

    public static string Of(string given, DocumentKind kind)
    {
        // Some programs send the whole path.
        var name = Visible(Escaped().Replace(given, Unescaped)).Split('/', '\\')[^1];
        name = Forbidden().Replace(name, "_").TrimEnd(' ', '.', '\u00a0');

        var parts = name.Split('.');
        if (parts.Length > 2 && parts[^2].Trim() is var before && Running().IsMatch(before) && !Initials().IsMatch(before))
            throw new UnfitDocumentException(DocumentRefusal.UnsafeName);
        var ending = parts.Length > 1 && Ending().IsMatch(parts[^1]) ? parts[^1].ToLowerInvariant() : null;
        var right = ending is not null && kind.Endings.Contains(ending);
        if (!right && ending is not null)
        {
            if (Running().IsMatch(ending))
                throw new UnfitDocumentException(DocumentRefusal.UnsafeName);
            // What says no kind of file belongs to the name: "lettre.Dupont".
            if (kind.IsPicture && PictureEnding().IsMatch(ending))
                name = name[..^(ending.Length + 1)];
            else if (OtherKind().IsMatch(ending) || PictureEnding().IsMatch(ending))
                throw new UnfitDocumentException(DocumentRefusal.NotWhatItSays);
        }

        var stem = (right ? name[..^(ending!.Length + 1)] : name).Trim(' ', '.', '\u00a0');
        if (stem.Length == 0)
            stem = "document";
        if (Reserved().IsMatch(stem))
            stem = "_" + stem;
        return $"{Shortened(stem)}.{(right ? ending : kind.Endings[0])}";
    }

    /// <summary>
    /// Without what nobody sees: control signs, direction marks, signs without width, halves of a sign. The joiners that Persian words and
    /// families of emoji are written with stay where they join something.
    /// </summary>
    private static string Visible(string name)
    {
        var seen = new StringBuilder(name.Length);
        for (var at = 0; at < name.Length; at++)
        {
            var sign = name[at];
            if (at < name.Length - 1 && char.IsSurrogatePair(sign, name[at + 1]))
            {
                // Tags are letters that nobody sees.
                if (CharUnicodeInfo.GetUnicodeCategory(name, at) is not (UnicodeCategory.Format or UnicodeCategory.PrivateUse
                    or UnicodeCategory.OtherNotAssigned))
                    seen.Append(sign).Append(name[at + 1]);
                at++;
            }
            else if (sign is '\u200c' or '\u200d' ? Joins(name, at) : IsSeen(sign))
                seen.Append(sign);
        }
        return seen.ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool IsSeen(char sign) => sign != '\ufffd' && CharUnicodeInfo.GetUnicodeCategory(sign) is not (UnicodeCategory.Control
        or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate);

    /// <summary>Between two signs that are joined in their script; a joiner between Latin letters only hides.</summary>
    private static bool Joins(string name, int at) =>
        at > 0 && at < name.Length - 1 && name[at - 1] >= '\u0600' && name[at + 1] >= '\u0600'
        && name[at - 1] is not ('\u200c' or '\u200d') && name[at + 1] is not ('\u200c' or '\u200d');

    private static string Unescaped(Match escaped) => escaped.Value.ToUpperInvariant() switch
    {
        "%2E" => ".",
        "%2F" or "%5C" => "/",
        _ => "",
    };

    /// <summary>Not in the middle of a sign.</summary>
    private static string Shortened(string stem)
    {
        if (stem.Length <= Longest - 5)
            return stem;
        var end = Longest - 5;
        return stem[..(char.IsHighSurrogate(stem[end - 1]) ? end - 1 : end)].TrimEnd(' ', '.');
    }

    [GeneratedRegex("%(2e|2f|5c|0[0-9a-f]|1[0-9a-f])", RegexOptions.IgnoreCase)]
    private static partial Regex Escaped();

    [GeneratedRegex("""[<>:"|?*]""")]
    private static partial Regex Forbidden();

    [GeneratedRegex("^(?=.*[a-z])[a-z0-9]{1,8}$", RegexOptions.IgnoreCase)]
    private static partial Regex Ending();

    // What a desktop would run, or a browser would show as a page of ours.
    [GeneratedRegex("^(exe|scr|pif|bat|cmd|com|msi|msp|dll|cpl|jar|js|jse|mjs|vbs|vbe|ws|wsf|wsh|hta|ps1|psm1|sh|bash|py|pl|php\\d?|phtml|phar|jsp|asp|aspx|cgi|lnk|reg|inf|scf|desktop|apk|deb|rpm|html?|xhtml|svg|swf|docm|dotm|xlsm|pptm|chm|gadget|application)$", RegexOptions.IgnoreCase)]
    private static partial Regex Running();

    // "Dupont.JS.pdf" is about somebody; the same two letters written small are a script.
    [GeneratedRegex("^[A-Z][A-Za-z]$")]
    private static partial Regex Initials();

    [GeneratedRegex("^(jpe?g|jpe|jfif|png|gif|bmp|webp|hei[cf]|tiff?|avif)$")]
    private static partial Regex PictureEnding();

    [GeneratedRegex("^(pdf|docx?|odt|rtf|txt|xlsx?|ods|csv|pptx?|odp|dotx?|zip|rar|7z|gz|tar|iso|img|xml|xsl|json|eml|msg|mp[34]|mov|avi|wav)$")]
    private static partial Regex OtherKind();

    [GeneratedRegex(@"^(con|prn|aux|nul|conin\$|conout\$|com\d|lpt\d)(\..*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Reserved();
}
