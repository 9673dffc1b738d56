using System.Text.RegularExpressions;

namespace Pimms.Referrals;

/// <summary>The beneficiary as typed or posted; both opening and editing a case take it.</summary>
/// <param name="Commune">Its name or its INSEE code.</param>
internal sealed partial record BeneficiaryInput(
    [property: OneLine] string? FamilyName, [property: OneLine] string? GivenName, DateOnly? BirthDate, [property: OneLine] string? Phone, [property: OneLine] string? Email, [property: OneLine] string? Address, [property: OneLine] string? Commune, [property: OneLine] string? PreferredLanguage, ContactRestriction ContactRestrictions)
{
    /// <summary>Digits, perhaps with a country's prefix, spaces and dots as people type them.</summary>
    [GeneratedRegex(@"^\+?[0-9 .\-]{8,20}$")]
    public static partial Regex PhoneShape { get; }

    public static readonly string[] Languages = ["fr", "en", "ar", "tr", "es", "pt", "it", "ro", "ru", "uk", "so", "fa", "zh"];

    /// <summary>Before anything is typed.</summary>
    public static BeneficiaryInput Unknown { get; } = new(null, null, null, null, null, null, null, "fr", ContactRestriction.None);

    /// <param name="known">The person as the case knows it.</param>
    /// <param name="commune">The commune by name, as its field understands it again.</param>
    public static BeneficiaryInput Of(Beneficiary known, CommuneName? commune) => new(
        known.FamilyName, known.GivenName, known.BirthDate, known.Phone, known.Email, known.Address, commune?.Written, known.PreferredLanguage, known.ContactRestrictions);

    public Beneficiary ToBeneficiary() => new()
    {
        FamilyName = FamilyName!.Trim(), GivenName = GivenName!.Trim(), BirthDate = BirthDate, Phone = Trimmed(Phone), Email = Trimmed(Email), Address = Trimmed(Address),
        Commune = Trimmed(Commune), PreferredLanguage = Trimmed(PreferredLanguage) ?? "fr", ContactRestrictions = ContactRestrictions,
    };

    private static string? Trimmed(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}

internal sealed class BeneficiaryInputValidator : AbstractValidator<BeneficiaryInput>
{
    public BeneficiaryInputValidator(TimeProvider clock)
    {
        RuleFor(person => person.FamilyName).NotEmpty().WithMessage("Case.FamilyNameMissing").MaximumLength(100).WithMessage("Case.TooLong");
        RuleFor(person => person.GivenName).NotEmpty().WithMessage("Case.GivenNameMissing").MaximumLength(100).WithMessage("Case.TooLong");
        RuleFor(person => person.BirthDate)
            .Must(date => date <= WorkingCalendar.DayOf(clock.GetUtcNow()) && date.Value.Year >= 1900).When(person => person.BirthDate is not null).WithMessage("Case.BirthDateImpossible");
        RuleFor(person => person.Phone).Matches(BeneficiaryInput.PhoneShape).Unless(person => string.IsNullOrWhiteSpace(person.Phone)).WithMessage("Case.PhoneShape");
        RuleFor(person => person.Email).MailAddress().Unless(person => string.IsNullOrWhiteSpace(person.Email)).WithMessage("Case.EmailShape").MaximumLength(200).WithMessage("Case.TooLong");
        RuleFor(person => person.Address).MaximumLength(300).WithMessage("Case.TooLong");
        RuleFor(person => person.Commune).MaximumLength(200).WithMessage("Case.TooLong");
        RuleFor(person => person.PreferredLanguage).Must(language => BeneficiaryInput.Languages.Contains(language)).Unless(person => string.IsNullOrWhiteSpace(person.PreferredLanguage)).WithMessage("Case.LanguageUnknown");
        RuleFor(person => person.ContactRestrictions).IsInEnum().WithMessage("Case.RestrictionUnknown");
    }
}
