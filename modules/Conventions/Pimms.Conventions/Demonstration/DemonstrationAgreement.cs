using static Pimms.Conventions.Contracts.BeneficiaryField;

namespace Pimms.Conventions;

/// <summary>What was agreed with one partner of the demonstration.</summary>
internal sealed record DemonstrationAgreement(string Slug, string Reference, string Title, DateOnly StartsOn, DateOnly EndsOn, int AcknowledgeWithinDays, int AnswerWithinDays)
{
    private const string Consent = "Consentement de l’usager, recueilli par écrit par le médiateur (article 6.1.a du RGPD), et mission d’intérêt général de médiation sociale.";

    public ConventionState State { get; init; } = ConventionState.Active;

    public string Because { get; init; } = "";

    public required string Purpose { get; init; }

    public string LegalBasis { get; init; } = Consent;

    public int RetentionMonths { get; init; } = 24;

    public required Signatory Signatory { get; init; }

    public IReadOnlyList<BeneficiaryField> AlsoAtSending { get; init; } = [];

    public IReadOnlyList<BeneficiaryField> AfterAcceptance { get; init; } = [BeneficiaryField.Address, BirthDate];

    /// <summary>Null when it stops at its end.</summary>
    public Renewal? Renewal { get; init; }

    /// <summary>Euros a year, in two halves; null when nothing is paid.</summary>
    public decimal? Contribution { get; init; }

    /// <summary>How slow the answer was in the version before the amendment; null when it was never amended.</summary>
    public int? AnsweredWithinDaysBefore { get; init; }

    /// <summary>Whether the signed paper is here.</summary>
    public bool WithPaper { get; init; }

    /// <summary>Three weeks before it starts; a draft is being written since last week.</summary>
    public DateOnly SignedOn => StartsOn.AddDays(-20);

    public IReadOnlyList<Signatory> Signatories => [new("Hélène Castan", "présidente du PIMMS de démonstration"), Signatory];

    public IEnumerable<DisclosureContent> Disclosed =>
    [
        .. ((IEnumerable<BeneficiaryField>)[FamilyName, GivenName, Phone, PreferredLanguage, ContactRestrictions, .. AlsoAtSending])
            .Select(which => new DisclosureContent { Field = which, When = DisclosureTime.AtSending }),
        .. AfterAcceptance.Select(which => new DisclosureContent { Field = which, When = DisclosureTime.AfterAcceptance }),
    ];
}
