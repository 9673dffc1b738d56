namespace Pimms.Referrals;

/// <summary>That a referral goes on from one that was declined. A row of its own: neither partner is to know of the other.</summary>
internal sealed class Redirection : IJournaled
{
    /// <summary>The one that goes on.</summary>
    public Guid ReferralId { get; init; }

    /// <summary>The one that was declined, on the same case.</summary>
    public Guid FromId { get; init; }

    public Guid SiteId { get; init; }

    public DateTimeOffset At { get; init; }

    public (string Kind, Guid Id) JournalSubject => ("referral", ReferralId);
}
