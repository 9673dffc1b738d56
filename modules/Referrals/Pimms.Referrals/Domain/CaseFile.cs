namespace Pimms.Referrals;

/// <summary>A paper that belongs to the case: the association's own, seen by who sees the case. What a partner is to have of it is copied beside a referral.</summary>
internal sealed class CaseFile : IHoldsDocument, IJournaled
{
    private CaseFile()
    {
    }

    public Guid Id { get; private init; }

    public Guid CaseId { get; private init; }

    /// <summary>The case's site: the row is seen by who sees the case.</summary>
    public Guid SiteId { get; private init; }

    public DateTimeOffset At { get; private init; }

    public Guid AuthorId { get; private init; }

    public string Who { get; private init; } = "";

    public StoredFile File { get; set; } = default!;

    public (string Kind, Guid Id) JournalSubject => ("case", CaseId);

    internal static CaseFile Of(Case its, StoredFile file, CurrentUser by, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at), CaseId = its.Id, SiteId = its.SiteId, At = at, AuthorId = by.Id, Who = by.Name, File = file,
    };
}
