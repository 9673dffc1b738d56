namespace Pimms.Conventions;

/// <summary>A file that an administrator has read in and not yet applied: one per person, seen by that person alone.</summary>
internal sealed class CommuneImport
{
    public Guid PersonId { get; init; }

    public string FileName { get; set; } = "";

    public DateTimeOffset ReadAt { get; set; }

    public IReadOnlyList<CommuneName> Communes { get; set; } = [];

    public IReadOnlyList<RefusedLine> Refused { get; set; } = [];
}
