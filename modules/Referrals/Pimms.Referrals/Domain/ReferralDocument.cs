namespace Pimms.Referrals;

/// <summary>A file beside a referral, seen by whom the referral is seen by, or by one side only.</summary>
internal sealed class ReferralDocument : IHoldsDocument, IJournaled
{
    public Guid Id { get; init; }

    public Guid ReferralId { get; init; }

    public Guid SiteId { get; init; }

    public Guid VisibleToUnit { get; init; }

    public DateTimeOffset At { get; init; }

    public Guid AuthorId { get; init; }

    public string Who { get; init; } = "";

    public Side Side { get; init; }

    public Visibility Visibility { get; init; }

    /// <summary>Which of the documents that the procedure requires this is, in the form's words; null when it is another.</summary>
    public string? Requirement { get; init; }

    /// <summary>Which of the things that the partner asked for it answers; null when none. Both sides see such a file.</summary>
    public Guid? InformationItemId { get; init; }

    public StoredFile File { get; set; } = default!;

    public (string Kind, Guid Id) JournalSubject => ("referral", ReferralId);
}
