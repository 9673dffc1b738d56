namespace Pimms.Kernel;

/// <summary>
/// What a module keeps of an uploaded file, as a complex property of a row of its own: the row's own protection decides who may read it,
/// since the content lies encrypted where nobody's request may look, and its key is here.
/// </summary>
/// <param name="FileName">Made safe: no path, no control or direction mark, at most 120 characters, ends with the ending of its kind.</param>
/// <param name="ContentType">Found by looking into the file, never what was said of it.</param>
/// <param name="Size">Bytes of what is kept; images lose what they told about their making.</param>
/// <param name="Sha256">Of what is kept, 64 hexadecimal digits.</param>
/// <param name="State">Only what is <see cref="DocumentState.Available"/> is ever served.</param>
/// <param name="ContentId">Where the content lies.</param>
/// <param name="Key">The file's own key, wrapped by the Data Protection key ring.</param>
public sealed record StoredFile(string FileName, string ContentType, long Size, string Sha256, DocumentState State, Guid ContentId, byte[] Key)
{
    /// <summary>As people say it: <c>PDF</c>, <c>JPG</c>.</summary>
    public string Kind => Path.GetExtension(FileName).TrimStart('.').ToUpperInvariant();
}

/// <summary>Whether a file can be read.</summary>
public enum DocumentState
{
    /// <summary>Checked, and scanned where a scanner is configured.</summary>
    Available,

    /// <summary>Waits for the scanner; nobody may read it yet.</summary>
    Quarantined,

    /// <summary>The scanner found something after all; the content is gone, the row tells that there was one.</summary>
    Rejected,
}

/// <summary>A row that holds a file; declared with <see cref="HeldDocumentsRegistration.HoldsDocuments{TContext, TDocument}"/>.</summary>
public interface IHoldsDocument
{
    /// <summary>The file. Its state changes when a file in quarantine has been scanned.</summary>
    StoredFile File { get; set; }
}

/// <summary>Why a file is not taken.</summary>
public enum DocumentRefusal
{
    /// <summary>No file, or one without content.</summary>
    Empty,

    /// <summary>Over <see cref="DocumentIntake.MostBytes"/>.</summary>
    TooLarge,

    /// <summary>None of PDF, JPEG, PNG, DOCX, ODT.</summary>
    UnknownType,

    /// <summary>Its ending says one kind, its content another.</summary>
    NotWhatItSays,

    /// <summary>It cannot be read to its end, or another kind of file follows its end.</summary>
    Broken,

    /// <summary>It would run, open or fetch something: script, macro, embedded file, external template.</summary>
    ActiveContent,

    /// <summary>It asks for a password: nobody can look into it.</summary>
    Encrypted,

    /// <summary>Small here and enormous once opened.</summary>
    Bomb,

    /// <summary>Its name ends, or ends but for the last ending, like that of a program.</summary>
    UnsafeName,

    /// <summary>The scanner knows it.</summary>
    Infected,
}
