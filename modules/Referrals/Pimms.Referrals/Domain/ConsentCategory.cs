using System.Collections.Immutable;

namespace Pimms.Referrals;

/// <summary>What of a person a consent lets a partner know.</summary>
internal enum ConsentCategory
{
    /// <summary>Names and birth date.</summary>
    Identity,

    /// <summary>How and where to reach the person.</summary>
    Contact,

    /// <summary>The request itself: what is asked, the answers of the form, the conversation.</summary>
    Situation,

    /// <summary>Documents shared with the partner.</summary>
    Documents,
}

internal static class ConsentCategories
{
    public static readonly ImmutableArray<ConsentCategory> All = [.. Enum.GetValues<ConsentCategory>()];

    public static ConsentCategory Of(BeneficiaryField field) => field switch
    {
        BeneficiaryField.FamilyName or BeneficiaryField.GivenName or BeneficiaryField.BirthDate => ConsentCategory.Identity,
        _ => ConsentCategory.Contact,
    };

    /// <summary>What a referral lets its partner know, now or once it accepts: the request always.</summary>
    /// <param name="disclosed">The fields.</param>
    /// <param name="documents">Whether files of the person's are among it.</param>
    public static IReadOnlyList<ConsentCategory> SharedWith(IEnumerable<BeneficiaryField> disclosed, bool documents) =>
        [.. disclosed.Select(Of).Append(ConsentCategory.Situation).Concat(documents ? [ConsentCategory.Documents] : []).Distinct().Order()];
}
