using System.Globalization;

namespace Pimms.Referrals;

/// <summary>What the convention lets a partner know of the beneficiary: copied when the referral is sent, and all a partner can ever reach.</summary>
internal static class Disclosure
{
    /// <summary>The values of the fields that are due at a time; fields the case does not know are left out.</summary>
    public static Dictionary<BeneficiaryField, string> Of(Beneficiary beneficiary, IEnumerable<DisclosedField> annex, DisclosureTime when) => annex
        .Where(field => field.When == when)
        .Select(field => (field.Field, Value: ValueOf(beneficiary, field.Field)))
        .Where(field => !string.IsNullOrEmpty(field.Value))
        .DistinctBy(field => field.Field)
        .ToDictionary(field => field.Field, field => field.Value!);

    /// <summary>The categories of all that would be copied, whenever the partner could read it, and of the request itself.</summary>
    public static IReadOnlyList<ConsentCategory> Categories(Beneficiary beneficiary, IReadOnlyList<DisclosedField> annex, bool documents) => ConsentCategories.SharedWith(
        Of(beneficiary, annex, DisclosureTime.AtSending).Keys.Concat(Of(beneficiary, annex, DisclosureTime.AfterAcceptance).Keys), documents);

    private static string? ValueOf(Beneficiary beneficiary, BeneficiaryField field) => field switch
    {
        BeneficiaryField.FamilyName => beneficiary.FamilyName,
        BeneficiaryField.GivenName => beneficiary.GivenName,
        BeneficiaryField.BirthDate => beneficiary.BirthDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        BeneficiaryField.Phone => beneficiary.Phone,
        BeneficiaryField.Email => beneficiary.Email,
        BeneficiaryField.Address => beneficiary.Address,
        BeneficiaryField.Commune => beneficiary.Commune,
        BeneficiaryField.PreferredLanguage => beneficiary.PreferredLanguage,
        BeneficiaryField.ContactRestrictions => beneficiary.ContactRestrictions.ToString(),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };
}

/// <summary>The fields that the partner may read only once it has accepted: a row of their own, which the database opens with the state.</summary>
internal sealed class LateDisclosure
{
    public Guid ReferralId { get; init; }

    public Guid SiteId { get; init; }

    public Guid VisibleToUnit { get; init; }

    /// <summary>Follows the referral's own by a cascading key.</summary>
    public bool Accepted { get; init; }

    public Dictionary<BeneficiaryField, string> Fields { get; init; } = [];
}
