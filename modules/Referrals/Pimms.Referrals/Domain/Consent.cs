namespace Pimms.Referrals;

/// <summary>The beneficiary's permission to share some of the data with some partners, until a date or until withdrawn, of one partner or of all.</summary>
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

    /// <summary>What these partners may know.</summary>
    public List<ConsentCategory> Categories { get; private init; } = [.. ConsentCategories.All];

    public DateOnly GivenOn { get; private init; }

    /// <summary>The last day on which it holds.</summary>
    public DateOnly ValidUntil { get; private init; }

    /// <summary>Who spoke for the person, for <see cref="ConsentKind.LegalRepresentative"/> only.</summary>
    public string? RepresentativeName { get; private init; }

    /// <summary>What makes that person speak for the other: guardian, parent of a minor.</summary>
    public string? RepresentativeQuality { get; private init; }

    /// <summary>Where the proof is: the folder that holds the paper, who heard it.</summary>
    public string? Evidence { get; private init; }

    /// <summary>The consent that this one continues.</summary>
    public Guid? Renews { get; private init; }

    /// <summary>What the written mandate was printed from; null for the other kinds.</summary>
    public int? TemplateVersion { get; private init; }

    /// <summary>SHA-256 of that template's words in all languages, in hexadecimal.</summary>
    public string? TemplateHash { get; private init; }

    public List<ConsentWithdrawal> Withdrawals { get; private set; } = [];

    /// <summary>When the last of its partners lost it; null while one has it.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    public string RecordedBy { get; private init; } = "";

    public (string Kind, Guid Id) JournalSubject => ("case", CaseId);

    /// <summary>Those of its partners that it has not been withdrawn from.</summary>
    public IEnumerable<Guid> Partners => PartnerIds.Where(partner => !IsWithdrawnFrom(partner));

    internal static Consent Of(Case its, ConsentKind kind, IEnumerable<Guid> partnerIds, DateOnly givenOn, DateOnly validUntil, CurrentUser by, ConsentDetails details) => new()
    {
        CaseId = its.Id, SiteId = its.SiteId, Kind = kind, PartnerIds = [.. partnerIds.Distinct()], GivenOn = givenOn, ValidUntil = validUntil, RecordedBy = by.Name,
        Categories = [.. (details.Categories ?? ConsentCategories.All).Distinct().Order()], Evidence = details.Evidence, Renews = details.Renews,
        RepresentativeName = kind == ConsentKind.LegalRepresentative ? details.RepresentativeName : null,
        RepresentativeQuality = kind == ConsentKind.LegalRepresentative ? details.RepresentativeQuality : null,
        TemplateVersion = kind == ConsentKind.WrittenMandate ? details.TemplateVersion : null, TemplateHash = kind == ConsentKind.WrittenMandate ? details.TemplateHash : null,
    };

    public bool HoldsOn(DateOnly day) => WithdrawnAt is null && GivenOn <= day && day <= ValidUntil;

    public bool Covers(Guid partnerId, DateOnly day) => HoldsOn(day) && Partners.Contains(partnerId);

    public bool IsWithdrawnFrom(Guid partnerId) => WithdrawnAt is not null || Withdrawals.Any(withdrawal => withdrawal.PartnerId == partnerId);

    internal void Withdraw(IEnumerable<Guid> partnerIds, CurrentUser by, DateTimeOffset at)
    {
        Withdrawals = [.. Withdrawals, .. Partners.Intersect(partnerIds).Select(partner => new ConsentWithdrawal(partner, at, by.Name))];
        if (!Partners.Any())
            WithdrawnAt ??= at;
    }
}

/// <summary>A consent taken back from one partner.</summary>
internal sealed record ConsentWithdrawal(Guid PartnerId, DateTimeOffset At, string RecordedBy);

/// <summary>What a consent says besides whom it is for and how long.</summary>
internal sealed record ConsentDetails
{
    /// <summary>All of them when nothing is said.</summary>
    public IReadOnlyList<ConsentCategory>? Categories { get; init; }

    public string? RepresentativeName { get; init; }

    public string? RepresentativeQuality { get; init; }

    public string? Evidence { get; init; }

    public Guid? Renews { get; init; }

    public int? TemplateVersion { get; init; }

    public string? TemplateHash { get; init; }
}

internal enum ConsentKind
{
    WrittenMandate,
    SpokenAgreement,
    LegalRepresentative,
}
