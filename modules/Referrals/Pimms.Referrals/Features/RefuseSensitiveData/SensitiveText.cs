namespace Pimms.Referrals;

/// <summary>A number that may not travel, at its place in a field.</summary>
/// <param name="Field">The field's path in the command.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Place">Where, with the number itself hidden.</param>
internal sealed record SensitiveText(string Field, SensitiveKind Kind, SensitivePlace Place)
{
    public const string RefusalType = "sensitive-data";

    /// <summary>What is found in texts, in their order.</summary>
    /// <param name="texts">With their paths.</param>
    /// <param name="ofReferral">They are a referral's, of which a convention says what it lets travel; else a case's.</param>
    public static IReadOnlyList<SensitiveText> In(IEnumerable<(string Field, string Text)> texts, bool ofReferral = true) =>
        [.. texts.SelectMany(written => At(written.Field, written.Text, SensitiveData.Find(written.Text))).Select(found => found with { OfReferral = ofReferral })];

    /// <summary>What is found in a request before it is sent; the questions of its form say what the answers are.</summary>
    public static IReadOnlyList<SensitiveText> In(ReferralRequest request, ProcedureForm form, bool nirAllowed)
    {
        var questions = form.Fields.ToDictionary(field => $"{nameof(request.Answers)}.{field.Key}", field => field.Label);
        return
        [
            .. from written in WrittenTexts.In(request)
               from found in At(written.Field, written.Text, SensitiveData.Find(written.Text, questions.GetValueOrDefault(written.Field, "")))
               where found.Kind != SensitiveKind.Nir || !nirAllowed
               select found,
        ];
    }

    /// <summary>Refused at each place, and how to go on; programs get the field and the kind.</summary>
    public static Refusal Refuse(IReadOnlyList<SensitiveText> found) => new Refusal(RefusalType, [.. found.Select(one => one.Say())])
        .With("field", CamelCase(found[0].Field)).With("kind", found[0].Kind)
        .With("places", found.Select(one => new { field = CamelCase(one.Field), kind = one.Kind, line = one.Place.Line, column = one.Place.Column, excerpt = one.Place.Excerpt }).ToList());

    /// <summary>A referral's: of a case no convention lets anything pass.</summary>
    private bool OfReferral { get; init; } = true;

    /// <summary>The words for it at its field.</summary>
    public FieldError Say() => new(Field, Kind == SensitiveKind.Nir && !OfReferral ? "Sensitive.NirInCase" : $"Sensitive.{Kind}", [Place.Excerpt, Place.Line, Place.Column]);

    private static IEnumerable<SensitiveText> At(string field, string text, IReadOnlyList<SensitiveFinding> found) =>
        found.Select(one => new SensitiveText(field, one.Kind, SensitivePlace.Of(text, found, one)));

    private static string CamelCase(string path) => string.Join('.', path.Split('.').Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName));
}
