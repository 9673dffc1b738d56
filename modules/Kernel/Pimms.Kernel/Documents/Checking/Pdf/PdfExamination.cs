namespace Pimms.Kernel;

/// <summary>Looks at every value of a PDF, wherever it came from.</summary>
internal sealed class PdfExamination
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
    private readonly List<object?> openings = [];
    private bool catalogue, page;

    /// <summary>How often each name was read whose meaning depends on where it stands.</summary>
    public Dictionary<string, int> Seen { get; } = new() { ["ObjStm"] = 0, ["OpenAction"] = 0, ["JS"] = 0, ["AA"] = 0 };

    /// <param name="value">An object, or a trailer.</param>
    /// <param name="number">The object's number; null for a trailer.</param>
    public void Examine(object? value, int? number)
    {
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
        if (!openings.All(IsHarmless))
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
        if (key == "Encrypt" && entry is not null)
            throw new UnfitDocumentException(DocumentRefusal.Encrypted);
        if (key == "OpenAction")
            openings.Add(entry);
        if (ActiveKeys.Contains(key) || (key == "Subtype" && entry is PdfName subtype && ActiveSubtypes.Contains(subtype.Text)) || (key == "FS" && entry is PdfName { Text: "URL" })
            || (key == "URI" && entry is PdfText address && Links.HasScheme(address.Text) && !Links.AreHarmless(address.Text)))
            throw new UnfitDocumentException(DocumentRefusal.ActiveContent);
    }

    private void Count(string name)
    {
        if (Active.Contains(name))
            throw new UnfitDocumentException(DocumentRefusal.ActiveContent);
        if (Seen.TryGetValue(name, out var times))
            Seen[name] = times + 1;
    }

    /// <summary>Opening at a place is what most programs write; doing something is not.</summary>
    private bool IsHarmless(object? opening) => opening switch
    {
        null or List<object?> => true,
        PdfDictionary action => action["S"] is PdfName kind && HarmlessActions.Contains(kind.Text) && !action.Has("Next"),
        PdfReference reference => objects.TryGetValue(reference.Number, out var versions) && versions.All(version => version is not PdfReference && IsHarmless(version)),
        _ => false,
    };
}
