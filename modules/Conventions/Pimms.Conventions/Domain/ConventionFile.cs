namespace Pimms.Conventions;

/// <summary>A file that belongs to a convention: above all the signed paper.</summary>
internal sealed class ConventionFile : IHoldsDocument, IJournaled
{
    public Guid Id { get; private init; }

    public Guid ConventionId { get; private init; }

    /// <inheritdoc/>
    public (string Kind, Guid Id) JournalSubject => ("convention", ConventionId);

    public Guid PartnerId { get; private init; }

    public bool Published { get; private set; }

    public FileKind Kind { get; private init; }

    public DateTimeOffset AddedAt { get; private init; }

    public string AddedByName { get; private init; } = "";

    public required StoredFile File { get; set; }

    public static ConventionFile Of(Convention convention, FileKind kind, StoredFile file, CurrentUser by, DateTimeOffset at, Guid? id = null) => new()
    {
        Id = id ?? Guid.CreateVersion7(),
        ConventionId = convention.Id,
        PartnerId = convention.PartnerId,
        Published = convention.Published,
        Kind = kind,
        File = file,
        AddedAt = at,
        AddedByName = by.Name,
    };

    public void Publish() => Published = true;
}

/// <summary>What the file is.</summary>
internal enum FileKind
{
    /// <summary>The convention as signed; without it a signed convention is incomplete.</summary>
    SignedConvention,

    SignedAmendment,
    Other,
}
