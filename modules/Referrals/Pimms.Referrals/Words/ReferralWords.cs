namespace Pimms.Referrals;

/// <summary>In people's words what a referral keeps as programs write it.</summary>
internal static class ReferralWords
{
    /// <summary>A disclosed value of the beneficiary.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="field">Which.</param>
    /// <param name="value">As the referral keeps it.</param>
    /// <param name="commune">The commune that is disclosed, by name.</param>
    public static string ValueOf(this Texts texts, BeneficiaryField field, string value, CommuneName? commune) => field switch
    {
        BeneficiaryField.BirthDate => DayIn(texts, value),
        BeneficiaryField.PreferredLanguage => texts[$"Language.{value}"],
        BeneficiaryField.Commune => commune?.Name ?? value,
        BeneficiaryField.ContactRestrictions => texts[$"ContactRestriction.{value}"],
        _ => value,
    };

    /// <summary>An answer to a question of a procedure's form; one that was never read by the form, as it was typed.</summary>
    public static string AnswerOf(this Texts texts, FormField field, string answer) => field.Type switch
    {
        FormFieldType.Money => Amounts.Read(answer) is { } amount ? texts.Euros(amount) : answer,
        FormFieldType.WholeNumber => WholeNumbers.Read(answer) is { } number ? number.ToString("N0", Texts.Language) : answer,
        FormFieldType.Date => DayIn(texts, answer),
        FormFieldType.YesNo => bool.TryParse(answer, out var yes) ? texts[yes ? "Answer.Yes" : "Answer.No"] : answer,
        _ => answer,
    };

    /// <summary>When a part of a form is asked: "Seulement si « Ce qui est contesté » : Index estimé"; null for always.</summary>
    public static string? ConditionOf(this Texts texts, ProcedureForm form, FormField heading) =>
        heading.When is { } when && form.Fields.FirstOrDefault(field => field.Key == when.Key) is { } deciding
            ? texts["Form.OnlyWhen", deciding.Label, string.Join(", ", when.Answers.Select(answer => texts.AnswerOf(deciding, answer)))] : null;

    /// <summary>A day far away, of which nobody asks the weekday: <c>1er mars 1984</c>.</summary>
    public static string DayOf(this Texts texts, DateOnly day) => $"{(day.Day == 1 ? texts["Dates.First"] : day.Day)} {day.ToString("MMMM yyyy", Texts.Language)}";

    /// <summary>Fields of the annex as they stand in a sentence: <c>nom, prénom, téléphone</c>.</summary>
    public static string Listed(this Texts texts, IEnumerable<BeneficiaryField> fields) =>
        string.Join(", ", fields.Select(field => texts.Of(field)).Select(word => char.ToLower(word[0], Texts.Language) + word[1..]));

    /// <summary>How an identifier is written, when its form does not say: <c>10 chiffres</c>.</summary>
    public static string PatternOf(this Texts texts, FormField field) =>
        texts.Count(field.Pattern?.All(place => place == '9') == true ? "Answer.Digits" : "Answer.Places", field.Pattern?.Length ?? 0);

    private static string DayIn(Texts texts, string value) =>
        Days.Read(value) is { } day ? texts.DayOf(day) : value;
}
