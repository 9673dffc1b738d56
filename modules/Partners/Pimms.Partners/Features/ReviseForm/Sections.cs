namespace Pimms.Partners;

/// <summary>What a section may depend on, and with which keys an identifier may go.</summary>
internal static class Sections
{
    /// <summary>The questions before this one that a section may depend on: with answers that can be counted, and a name.</summary>
    public static IEnumerable<FieldDraft> Deciding(this IReadOnlyList<FieldDraft> fields, int before) =>
        fields.Take(before).Where(field => field.Answers.Count > 0 && field.Key.Trim().Length > 0);

    /// <summary>The earlier question that a section depends on; null when there is none of that name.</summary>
    public static FieldDraft? DecidedBy(this FieldDraft section, IReadOnlyList<FieldDraft> fields) =>
        fields.Deciding(fields.TakeWhile(field => !ReferenceEquals(field, section)).Count()).FirstOrDefault(field => field.Key == section.WhenKey);

    /// <summary>Whether an identifier of this shape can hold the key.</summary>
    public static bool Suits(this CheckKey check, string pattern) => check switch
    {
        CheckKey.PostalItem => pattern == "AA999999999AA",
        CheckKey.Modulo511 => pattern == new string('9', 13),
        CheckKey.Modulo97 => pattern.Length >= 3 && pattern.All(place => place == '9'),
        _ => pattern.Length >= 2 && pattern.All(place => place == '9'),
    };
}
