using System.Text.Json.Serialization;

namespace Pimms.Conventions;

/// <summary>What a convention says, as an administrator writes it: on the pages, part by part, or in the API's body, whole.</summary>
internal abstract record ConventionContent
{
    /// <summary>The part that is written; null for the whole.</summary>
    [JsonIgnore]
    public ContentPart? Part { get; init; }

    [OneLine]
    public string Reference { get; init; } = "";

    [OneLine]
    public string Title { get; init; } = "";

    public string Purpose { get; init; } = "";

    public DateOnly? StartsOn { get; init; }

    public DateOnly? EndsOn { get; init; }

    /// <summary>Null, or both of its numbers null, for a convention that ends at its end.</summary>
    public RenewalContent? Renewal { get; init; }

    // Lists, not fixed arrays: the binder of forms fills what is there.

    /// <summary>INSEE codes, or one text with several; nothing means everywhere.</summary>
    public IReadOnlyList<string?> Communes { get; init; } = new List<string?>();

    public IReadOnlyList<ProcedureContent> Procedures { get; init; } = new List<ProcedureContent>();

    public IReadOnlyList<DisclosureContent> DisclosedFields { get; init; } = new List<DisclosureContent>();

    public string LegalBasis { get; init; } = "";

    public int? RetentionMonths { get; init; } = 24;

    public bool NirAllowed { get; init; }

    public ContributionContent? Contribution { get; init; }

    /// <summary>Null leaves those who are named already.</summary>
    public ReferentsContent? Referents { get; init; }

    internal string[] CommuneCodes => CommuneCode.In(Communes);

    internal Renewal? AgreedRenewal => Renewal is { Months: { } months, NoticeMonths: { } notice } ? new(months, notice) : null;

    internal bool Covers(ContentPart part) => Part is null || Part == part;
}

/// <summary>The parts of a convention, in the order they are written.</summary>
internal enum ContentPart
{
    /// <summary>Parties, reference, purpose, dates.</summary>
    Agreement,

    Territory,

    /// <summary>Procedures, and what is promised for each.</summary>
    Commitments,

    /// <summary>The data annex.</summary>
    Data,

    /// <summary>Referents and contribution.</summary>
    People,
}

/// <summary>Tacit renewal, as typed.</summary>
internal sealed record RenewalContent
{
    public int? Months { get; init; }

    public int? NoticeMonths { get; init; }
}

/// <summary>One procedure with what is promised for it. The page has a row for each of the partner's; those that are not covered do not count.</summary>
internal sealed record ProcedureContent
{
    public Guid ProcedureId { get; init; }

    public bool Covered { get; init; } = true;

    public int? AcknowledgeWithinDays { get; init; }

    public int? AnswerWithinDays { get; init; }

    public int? ExpiryDays { get; init; } = Commitment.UsualExpiryDays;

    /// <summary>Null for any number a month.</summary>
    public int? MonthlyCap { get; init; }
}

/// <summary>One beneficiary field, and when the partner sees it; null for never.</summary>
internal sealed record DisclosureContent
{
    /// <summary>What can be chosen: never first.</summary>
    internal static readonly DisclosureTime?[] Times = [null, .. Enum.GetValues<DisclosureTime>().Cast<DisclosureTime?>()];

    [InCamelCase]
    public BeneficiaryField Field { get; init; }

    public DisclosureTime? When { get; init; }
}
