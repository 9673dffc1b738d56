namespace Pimms.Kernel;

/// <summary>Looks at every value of a PDF, wherever it came from.</summary>
/// <param name="encryption">What its texts are hidden behind; null when they are plain.</param>
internal sealed class PdfExamination(PdfEncryption? encryption)
{
    /// <summary>As a key or as a value, these do something or hide something.</summary>
    public static readonly HashSet<string> Active =
    [
        "JavaScript", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "RichMediaContent", "RichMediaExecute", "XFA", "SubmitForm", "ImportData", "GoToR", "GoToE", "GoTo3DView", "Rendition", "FileAttachment",
    ];

    private static readonly HashSet<string> ActiveKeys = ["JS", "AA", "EF", "RF"];
    private static readonly HashSet<string> ActiveSubtypes = ["Screen", "Movie", "Sound", "3D", "PS", "Collection"];
    private static readonly HashSet<string> HarmlessActions = ["GoTo", "Named"];
    private readonly Dictionary<int, List<object?>> objects = [];
    private readonly List<object?> openings = [], addresses = [];
    private PdfObject? current;
    private bool catalogue, page;

    /// <summary>How often each name was read whose meaning depends on where it stands.</summary>
    public Dictionary<string, int> Seen { get; } = new() { ["ObjStm"] = 0, ["OpenAction"] = 0, ["JS"] = 0, ["AA"] = 0 };

    /// <summary>An object, or a trailer.</summary>
    public void Examine(PdfObject found)
    {
        current = found.Number is null ? null : found;
        Examine(found.Value, found.Number);
        current = null;
    }

    /// <param name="value">An object, with its texts as they are meant.</param>
    /// <param name="number">The object's number; null for a trailer.</param>
    public void Examine(object? value, int? number)
    {
        if (value is PdfText text)
            value = new PdfText(Meant(text));
        if (number is { } known)
        {
            if (!objects.TryGetValue(known, out var versions))
                objects[known] = versions = [];
            versions.Add(value);
        }
        Examine(value);
    }

    /// <summary>What could only be judged once everything was read.</summary>
    public void Finish()
    {
        if (!catalogue || !page)
            throw new UnfitDocumentException(DocumentRefusal.Broken);
        if (!openings.All(IsHarmless) || !addresses.All(address => IsHarmlessAddress(address, false)))
            throw new UnfitDocumentException(DocumentRefusal.ActiveContent);
    }

    private void Examine(object? value)
    {
        switch (value)
        {
            case PdfName name:
                Count(name.Text);
                break;
            case List<object?> values:
                values.ForEach(Examine);
                break;
            case PdfDictionary dictionary:
                catalogue |= dictionary.Is("Type", "Catalog");
                page |= dictionary.Is("Type", "Page");
                foreach (var (key, entry) in dictionary.Entries)
                {
                    Count(key);
                    Judge(key, entry);
                    Examine(entry);
                }
                break;
        }
    }

    private void Judge(string key, object? entry)
    {
        if (key == "Encrypt" && entry is not null && encryption is null)
            throw new UnfitDocumentException(DocumentRefusal.Encrypted);
        if (key == "OpenAction")
            openings.Add(entry);
        if (key == "URI")
            addresses.Add(entry is PdfText address ? new PdfText(Meant(address)) : entry);
        if (ActiveKeys.Contains(key) || (key == "Subtype" && entry is PdfName subtype && ActiveSubtypes.Contains(subtype.Text))
            || (key == "FS" && entry is PdfName { Text: "URL" }))
            throw new UnfitDocumentException(DocumentRefusal.ActiveContent);
    }

    private void Count(string name)
    {
        if (Active.Contains(name))
            throw new UnfitDocumentException(DocumentRefusal.ActiveContent);
        if (Seen.TryGetValue(name, out var times))
            Seen[name] = times + 1;
    }

    private string Meant(PdfText text) => encryption is null || current is null ? text.Text : encryption.Text(text, current);

    /// <summary>A link's address may stand in an object of its own.</summary>
    private bool IsHarmlessAddress(object? address, bool resolved) => address switch
    {
        PdfText text => Links.AreHarmless(text.Text.Trim()) || !Links.HasScheme(text.Text.Trim()),
        PdfReference reference when !resolved =>
            !objects.TryGetValue(reference.Number, out var versions) || versions.All(version => IsHarmlessAddress(version, true)),
        null or PdfName or PdfDictionary => true,
        _ => false,
    };

    /// <summary>Opening at a place is what most programs write; doing something is not.</summary>
    private bool IsHarmless(object? opening) => opening switch
    {
        null or List<object?> => true,
        PdfDictionary action => action["S"] is PdfName kind && HarmlessActions.Contains(kind.Text) && !action.Has("Next"),
        PdfReference reference => objects.TryGetValue(reference.Number, out var versions) && versions.All(version => version is not PdfReference && IsHarmless(version)),
        _ => false,
    };
}
