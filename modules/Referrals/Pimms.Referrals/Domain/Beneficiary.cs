namespace Pimms.Referrals;

/// <summary>The person helped, as the case knows it. A partner never reads this: see <see cref="Disclosure"/>.</summary>
internal sealed record Beneficiary
{
    public required string FamilyName { get; init; }

    public required string GivenName { get; init; }

    public DateOnly? BirthDate { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? Address { get; init; }

    /// <summary>INSEE code, 5 characters.</summary>
    public string? Commune { get; init; }

    /// <summary>ISO 639-1, lower case: <c>fr</c>, <c>ar</c>.</summary>
    public string PreferredLanguage { get; init; } = "fr";

    public ContactRestriction ContactRestrictions { get; init; }
}

internal enum ContactRestriction
{
    None,
    NoVoicemail,
    NoTextMessage,
    NoLetter,
    ThroughTheSiteOnly,
}
