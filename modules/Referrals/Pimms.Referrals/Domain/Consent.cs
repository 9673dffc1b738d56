namespace Pimms.Referrals;

/// <summary>The beneficiary's permission to share with some partners, until a date or until withdrawn.</summary>
internal sealed class Consent : IJournaled
{
    private Consent()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CaseId { get; private init; }

    /// <summary>The case's site: the row is seen by who sees the case.</summary>
    public Guid SiteId { get; private init; }

    public ConsentKind Kind { get; private init; }

    public List<Guid> PartnerIds { get; private init; } = [];

    public DateOnly GivenOn { get; private init; }

    /// <summary>The last day on which it holds.</summary>
    public DateOnly ValidUntil { get; private init; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public string RecordedBy { get; private init; } = "";

    public (string Kind, Guid Id) JournalSubject => ("case", CaseId);

    internal static Consent Of(Case its, ConsentKind kind, IEnumerable<Guid> partnerIds, DateOnly givenOn, DateOnly validUntil, CurrentUser by) => new()
    {
        CaseId = its.Id, SiteId = its.SiteId, Kind = kind, PartnerIds = [.. partnerIds.Distinct()], GivenOn = givenOn, ValidUntil = validUntil, RecordedBy = by.Name,
    };

    public bool HoldsOn(DateOnly day) => WithdrawnAt is null && GivenOn <= day && day <= ValidUntil;

    public bool Covers(Guid partnerId, DateOnly day) => HoldsOn(day) && PartnerIds.Contains(partnerId);

    internal void Withdraw(DateTimeOffset at) => WithdrawnAt ??= at;
}

internal enum ConsentKind
{
    WrittenMandate,
    SpokenAgreement,
    LegalRepresentative,
}
