namespace Pimms.Referrals;

/// <summary>That the person holds a code with which it can follow its case: one at a time, and known only as a hash.</summary>
internal sealed class Receipt : IJournaled
{
    public Guid CaseId { get; init; }

    /// <summary>The case's site: the row is seen by who sees the case.</summary>
    public Guid SiteId { get; init; }

    public byte[] CodeHash { get; private set; } = [];

    public DateTimeOffset IssuedAt { get; private set; }

    public string IssuedBy { get; private set; } = "";

    /// <summary>How often the code was tried with a wrong birth date; counted by the database, where hosts meet.</summary>
    public int Failures { get; private set; }

    /// <summary>When too many of them ended the code; null while it opens the case.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    public (string Kind, Guid Id) JournalSubject => ("case", CaseId);

    /// <summary>A new code; the one before opens nothing any more.</summary>
    public string Renew(CurrentUser by, DateTimeOffset at)
    {
        var code = ReceiptCode.New();
        (CodeHash, IssuedAt, IssuedBy, Failures, ClosedAt) = (ReceiptCode.Hash(code), at, by.Name, 0, null);
        return code;
    }
}
