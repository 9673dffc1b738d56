namespace Pimms.Referrals;

/// <summary>One beneficiary, one situation. Owned by a site; only the association ever reads it.</summary>
internal sealed class Case : Aggregate
{
    private Case()
    {
    }

    /// <summary>What people call it: <c>2026-0412</c>.</summary>
    public string Number { get; private init; } = "";

    public Guid SiteId { get; private init; }

    /// <summary>The mediator in charge.</summary>
    public Guid MediatorId { get; private set; }

    public string MediatorName { get; private set; } = "";

    public Beneficiary Beneficiary { get; private set; } = default!;

    /// <summary>In the mediator's words.</summary>
    public string Situation { get; private set; } = "";

    /// <summary>The beneficiary's own deadline: cut-off announced, appeal limit, eviction step.</summary>
    public DateOnly? HarmDate { get; private set; }

    public DateTimeOffset OpenedAt { get; private init; }

    /// <summary>The post where it was opened, and its name at that time; null when it was at the desk.</summary>
    public Guid? PostId { get; private init; }

    public string? PostName { get; private init; }

    public List<Consent> Consents { get; } = [];

    public List<Step> Steps { get; } = [];

    public const int MostFiles = 20;

    public List<CaseFile> Files { get; } = [];

    public static Case Open(string number, Guid siteId, Beneficiary beneficiary, string situation, DateOnly? harmDate, CurrentUser by, DateTimeOffset at, OutreachPostSummary? post = null, Guid? id = null) => new()
    {
        Id = id ?? Guid.CreateVersion7(at), Number = number, SiteId = siteId, Beneficiary = beneficiary, Situation = situation, HarmDate = harmDate,
        MediatorId = by.Id, MediatorName = by.Name, OpenedAt = at, PostId = post?.Id, PostName = post?.Name,
    };

    public void Edit(Beneficiary beneficiary, string situation, DateOnly? harmDate) =>
        (Beneficiary, Situation, HarmDate) = (beneficiary, situation, harmDate);

    public void Reassign(Guid mediatorId, string mediatorName) => (MediatorId, MediatorName) = (mediatorId, mediatorName);

    /// <summary>The code that follows it was tried too often with wrong birth dates, and opens nothing any more.</summary>
    public void CodeEnded(DateTimeOffset at) => Raise(new ReceiptCodeEnded(Id, Number, SiteId, MediatorId, at));

    public Step Add(StepBy stepBy, string text, DateOnly day, CurrentUser by, DateTimeOffset at)
    {
        var step = Step.Of(this, stepBy, text, day, by, at);
        Steps.Add(step);
        return step;
    }

    /// <summary>Its files are read with it, by one at a time who holds it.</summary>
    public Result<CaseFile> Attach(StoredFile file, CurrentUser by, DateTimeOffset at)
    {
        if (MayAttach() is { } refusal)
            return refusal;
        var kept = CaseFile.Of(this, file, by, at);
        Files.Add(kept);
        return kept;
    }

    /// <summary>Why no file can be added now; null when one can.</summary>
    public Refusal? MayAttach() => Files.Count >= MostFiles ? DocumentIntake.Refused("TooMany", "CaseFile.TooMany", MostFiles) : null;

    public Consent Record(ConsentKind kind, IEnumerable<Guid> partnerIds, DateOnly givenOn, DateOnly validUntil, CurrentUser by, ConsentDetails? details = null)
    {
        var consent = Consent.Of(this, kind, partnerIds, givenOn, validUntil, by, details ?? new());
        Consents.Add(consent);
        return consent;
    }

    public bool HasConsentFor(Guid partnerId, DateOnly day) => Consents.Any(consent => consent.Covers(partnerId, day));

    /// <summary>What of some categories no consent lets a partner know that day, one consent left out of the count.</summary>
    public IReadOnlyList<ConsentCategory> NotCovered(Guid partnerId, IEnumerable<ConsentCategory> shared, DateOnly day, Consent? without = null) =>
        [.. shared.Except(Consents.Where(consent => consent != without && consent.Covers(partnerId, day)).SelectMany(consent => consent.Categories))];

    /// <summary>The partners for whom a consent ends by a day, and none that lasts longer lets them know as much.</summary>
    public IReadOnlyList<Guid> EndsFor(Consent consent, DateOnly by) => consent.ValidUntil > by ? [] :
    [
        .. consent.Partners.Where(partner => !Consents.Any(other =>
            other.ValidUntil > by && other.Partners.Contains(partner) && consent.Categories.All(other.Categories.Contains))),
    ];
}
