namespace Pimms.Referrals;

/// <summary>The signed paper, or whatever else proves a consent: the association's own, seen by who sees the case.</summary>
internal sealed class ConsentEvidence : IHoldsDocument, IJournaled
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid ConsentId { get; init; }

    public Guid CaseId { get; init; }

    public Guid SiteId { get; init; }

    public DateTimeOffset At { get; init; }

    public string Who { get; init; } = "";

    public StoredFile File { get; set; } = default!;

    public (string Kind, Guid Id) JournalSubject => ("case", CaseId);
}
