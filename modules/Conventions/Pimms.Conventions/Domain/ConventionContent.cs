namespace Pimms.Conventions;

/// <summary>What a convention says, as an administrator writes it: on the page, or in the API's body.</summary>
internal abstract record ConventionContent
{
    public string Reference { get; init; } = "";

    public string Title { get; init; } = "";

    public string Purpose { get; init; } = "";

    public DateOnly? StartsOn { get; init; }

    public DateOnly? EndsOn { get; init; }

    // Lists, not fixed arrays: the binder of forms fills what is there.

    /// <summary>INSEE codes, or one text with several; nothing means everywhere.</summary>
    public IReadOnlyList<string?> Communes { get; init; } = new List<string?>();

    public IReadOnlyList<ProcedureContent> Procedures { get; init; } = new List<ProcedureContent>();

    public IReadOnlyList<DisclosureContent> DisclosedFields { get; init; } = new List<DisclosureContent>();

    public string LegalBasis { get; init; } = "";

    public int? RetentionMonths { get; init; } = 24;

    public bool NirAllowed { get; init; }

    internal string[] CommuneCodes => CommuneCode.In(Communes);
}

/// <summary>One procedure with what is promised for it. The page has a row for each of the partner's; those that are not covered do not count.</summary>
internal sealed record ProcedureContent
{
    public Guid ProcedureId { get; init; }

    public bool Covered { get; init; } = true;

    public int? AcknowledgeWithinDays { get; init; }

    public int? AnswerWithinDays { get; init; }

    public int? ExpiryDays { get; init; } = Commitment.UsualExpiryDays;
}

/// <summary>One beneficiary field, and when the partner sees it; null for never.</summary>
internal sealed record DisclosureContent
{
    /// <summary>What can be chosen: never first.</summary>
    internal static readonly DisclosureTime?[] Times = [null, .. Enum.GetValues<DisclosureTime>().Cast<DisclosureTime?>()];

    public BeneficiaryField Field { get; init; }

    public DisclosureTime? When { get; init; }
}
