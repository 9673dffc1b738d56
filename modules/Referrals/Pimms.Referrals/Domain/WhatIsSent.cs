using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Pimms.Referrals;

/// <summary>
/// What the check page shows besides the request itself: terms, delays, fields of the person, files. The page gives it back when the mediator
/// sends, so that what was shown is what goes. It names the fields and holds no value: of these, only whether they are still the same.
/// </summary>
internal sealed record WhatIsSent
{
    public required Guid ConventionId { get; init; }

    public required int ConventionVersion { get; init; }

    public required string Reference { get; init; }

    public required int AcknowledgeWithinDays { get; init; }

    public required int AnswerWithinDays { get; init; }

    /// <summary>The delays are shown as dates, which a night moves on.</summary>
    public required DateOnly Day { get; init; }

    public required Guid? UnitId { get; init; }

    public required int FormVersion { get; init; }

    public required DateOnly? HarmDate { get; init; }

    public required Dictionary<BeneficiaryField, string> AtSending { get; init; }

    public required Dictionary<BeneficiaryField, string> AfterAcceptance { get; init; }

    public required string Documents { get; init; }

    public static WhatIsSent Of(Referral referral, Case its, ChannelTerms terms, Guid? unitId, ProcedureForm form, IEnumerable<ReferralDocument> documents, DateOnly day) => new()
    {
        ConventionId = terms.ConventionId, ConventionVersion = terms.ConventionVersion, Reference = terms.Reference,
        AcknowledgeWithinDays = terms.AcknowledgeWithinDays, AnswerWithinDays = terms.AnswerWithinDays, Day = day,
        UnitId = unitId, FormVersion = form.Version, HarmDate = its.HarmDate,
        AtSending = Hashed(referral, Disclosure.Of(its.Beneficiary, terms.Disclosed, DisclosureTime.AtSending)),
        AfterAcceptance = Hashed(referral, Disclosure.Of(its.Beneficiary, terms.Disclosed, DisclosureTime.AfterAcceptance)),
        Documents = Hash(string.Join(',', documents.Select(document => $"{document.Id} {document.Visibility}").Order(StringComparer.Ordinal))),
    };

    /// <summary>For a hidden field: in letters alone, so that no search for numbers that may not travel finds one by chance.</summary>
    public string Write() => InLetters(JsonSerializer.SerializeToUtf8Bytes(this));

    /// <summary>What was written; null when it is nothing of the kind.</summary>
    public static WhatIsSent? Read(string written)
    {
        if (written.Length % 2 != 0 || written.Any(letter => letter is < 'a' or > 'p'))
            return null;
        try
        {
            return JsonSerializer.Deserialize<WhatIsSent>(written.Chunk(2).Select(pair => (byte)(((pair[0] - 'a') << 4) | (pair[1] - 'a'))).ToArray());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What is another thing than was shown, in words; nothing when all is as it was.</summary>
    public IEnumerable<FieldError> ChangesSince(WhatIsSent shown)
    {
        if ((shown.ConventionId, shown.ConventionVersion) != (ConventionId, ConventionVersion))
            yield return Changed("Convention", Reference, ConventionVersion);
        if (shown.AcknowledgeWithinDays != AcknowledgeWithinDays)
            yield return Changed("Acknowledge", AcknowledgeWithinDays, shown.AcknowledgeWithinDays);
        if (shown.AnswerWithinDays != AnswerWithinDays)
            yield return Changed("Answer", AnswerWithinDays, shown.AnswerWithinDays);
        if (shown.Day != Day)
            yield return Changed("Day");
        if (shown.UnitId != UnitId)
            yield return Changed("Unit");
        if (shown.FormVersion != FormVersion)
            yield return Changed("Form");
        foreach (var field in Enum.GetValues<BeneficiaryField>())
        {
            if (ChangeOf(field, shown) is { } change)
                yield return Changed(change, field);
        }
        if (shown.HarmDate != HarmDate)
            yield return Changed("HarmDate");
        if (shown.Documents != Documents)
            yield return Changed("Documents");
    }

    private string? ChangeOf(BeneficiaryField field, WhatIsSent shown)
    {
        var (wasAtOnce, wasLater) = (shown.AtSending.GetValueOrDefault(field), shown.AfterAcceptance.GetValueOrDefault(field));
        var (isAtOnce, isLater) = (AtSending.GetValueOrDefault(field), AfterAcceptance.GetValueOrDefault(field));
        if ((wasAtOnce, wasLater) == (isAtOnce, isLater))
            return null;
        if (isAtOnce is null && isLater is null)
            return "FieldNoMore";
        if (isAtOnce is not null)
            return wasAtOnce is null ? "FieldAtSending" : "FieldValue";
        return wasLater is null ? "FieldAfterAcceptance" : "FieldValue";
    }

    private static FieldError Changed(string what, params object?[] args) => new("", $"SendReferral.Changed.{what}", [.. args]);

    private static Dictionary<BeneficiaryField, string> Hashed(Referral referral, Dictionary<BeneficiaryField, string> fields) =>
        fields.ToDictionary(field => field.Key, field => Hash($"{referral.Id} {field.Key} {field.Value}"));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 12));

    private static string InLetters(ReadOnlySpan<byte> bytes)
    {
        var letters = new StringBuilder(2 * bytes.Length);
        foreach (var octet in bytes)
            letters.Append((char)('a' + (octet >> 4))).Append((char)('a' + (octet & 15)));
        return letters.ToString();
    }
}
