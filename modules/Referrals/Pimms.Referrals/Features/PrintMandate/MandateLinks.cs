using System.Globalization;

namespace Pimms.Referrals;

/// <summary>From the consent to its paper and back: what was chosen travels in the address.</summary>
internal static class MandateLinks
{
    public static string ToPrint(Guid caseId, IEnumerable<Guid> partners, IEnumerable<ConsentCategory> categories, DateOnly? until) =>
        $"/cases/{caseId}/mandate?{Chosen(partners, categories, until)}";

    public static string ToRecord(Guid caseId, IEnumerable<Guid> partners, IEnumerable<ConsentCategory> categories, DateOnly? until) =>
        $"/cases/{caseId}/consents/new?{Chosen(partners, categories, until)}&kind={ConsentKind.WrittenMandate}";

    private static string Chosen(IEnumerable<Guid> partners, IEnumerable<ConsentCategory> categories, DateOnly? until) => string.Join('&',
        partners.Select(partner => $"partner={partner}").Concat(categories.Select(category => $"category={category}")).Append(until is { } day ? $"until={day.ToString("O", CultureInfo.InvariantCulture)}" : ""));
}
