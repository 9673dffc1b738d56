namespace Pimms.Referrals;

/// <summary>What was typed into a procedure's form, read by the form: the answers as they are kept, and what is wrong with the others.</summary>
/// <param name="Kept">By the field's key; money <c>412.80</c>, dates <c>yyyy-MM-dd</c>, yes/no <c>true</c>/<c>false</c>. Unknown keys are left out, and so is what the other answers have not asked.</param>
/// <param name="Errors">At <c>Answers.{key}</c>.</param>
internal sealed record FormAnswers(Dictionary<string, string> Kept, List<FieldError> Errors)
{
    private const long Most = 1_000_000_000;

    // What a form asks lies between the birth of the oldest person alive and the end of the longest contract.
    private static readonly DateOnly Earliest = new(1900, 1, 1);
    private static readonly DateOnly Latest = new(2100, 12, 31);

    public static FormAnswers Read(ProcedureForm form, IReadOnlyDictionary<string, string> typed)
    {
        var answers = new FormAnswers([], []);
        foreach (var field in form.Asked(typed))
        {
            var text = Text(field, typed.GetValueOrDefault(field.Key));
            if (text.Length == 0)
            {
                if (field.Required)
                    answers.Refuse(field, "Answer.Missing", field.Label);
            }
            else if (Read(field, text) is var (kept, error, args) && error is null)
                answers.Kept[field.Key] = kept!;
            else
                answers.Refuse(field, error!, args);
        }
        return answers;
    }

    /// <summary>Several lines stay as they were written; everything else is one line.</summary>
    private static string Text(FormField field, string? typed) => field.Type == FormFieldType.LongText ? Typed.Paragraphs(typed ?? "").Trim() : Typed.Line(typed);

    /// <summary>The refusal of answers that the form does not ask; null when there are none.</summary>
    public static Refusal? Foreign(ProcedureForm form, IReadOnlyDictionary<string, string>? typed)
    {
        var known = form.Fields.Select(field => field.Key).ToHashSet(StringComparer.Ordinal);
        var foreign = (typed ?? new Dictionary<string, string>()).Keys.Where(key => !known.Contains(key)).Select(key => new FieldError($"answers.{key}", "Answer.UnknownField") { IsWritten = true }).ToList();
        return foreign.Count == 0 ? null : new(RefusalTypes.Validation, [.. foreign]);
    }

    private void Refuse(FormField field, string message, params object?[] args) => Errors.Add(new($"Answers.{field.Key}", message, [.. args]));

    private static (string? Kept, string? Error, object?[] Args) Read(FormField field, string text) => field.Type switch
    {
        FormFieldType.Text => text.Any(char.IsControl) ? No("Field.OneLine") : text.Length <= 200 ? Keep(text) : No("Answer.TooLong", 200),
        FormFieldType.LongText => text.Length <= 4000 ? Keep(text) : No("Answer.TooLong", 4000),
        FormFieldType.WholeNumber => WholeNumbers.Read(text) is >= 0 and <= Most and var number ? Keep(WholeNumbers.Kept(number)) : No("Answer.NotANumber"),
        FormFieldType.Money => Amounts.Read(text) is >= 0 and <= Most and var amount ? Keep(Amounts.Kept(amount)) : No("Answer.NotAnAmount"),
        FormFieldType.Date => Days.Read(text) is { } day ? (day >= Earliest && day <= Latest ? Keep(Days.Kept(day)) : No("Field.DayOutside", Earliest.Year, Latest.Year)) : No("Answer.NotADate"),
        FormFieldType.Choice => field.Choices.FirstOrDefault(choice => Typed.Line(choice) == text) is { } choice ? Keep(choice) : No("Answer.NotAChoice"),
        FormFieldType.YesNo => bool.TryParse(text, out var yes) ? Keep(yes ? "true" : "false") : No("Answer.NotYesOrNo"),
        FormFieldType.Identifier => Identifier(field, text),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field.Type, null),
    };

    private static (string?, string?, object?[]) Keep(string text) => (text, null, []);

    private static (string?, string?, object?[]) No(string message, params object?[] args) => (null, message, args);

    /// <summary>People copy identifiers with spaces, dots and hyphens; too short and too long are said in digits.</summary>
    private static (string?, string?, object?[]) Identifier(FormField field, string text)
    {
        var pattern = field.Pattern ?? "";
        var compact = string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        var onlyDigits = pattern.All(place => place == '9');
        if (pattern.Length - compact.Length is > 0 and var missing)
            return No((missing, onlyDigits) switch { (1, true) => "Answer.OneDigitMissing", (1, _) => "Answer.OneMissing", (_, true) => "Answer.SomeDigitsMissing", _ => "Answer.SomeMissing" }, missing);
        if (compact.Length - pattern.Length is > 0 and var extra)
            return No((extra, onlyDigits) switch { (1, true) => "Answer.OneDigitTooMany", (1, _) => "Answer.OneTooMany", (_, true) => "Answer.SomeDigitsTooMany", _ => "Answer.SomeTooMany" }, extra);
        var fits = pattern.Zip(compact).All(place => place.First switch
        {
            '9' => char.IsAsciiDigit(place.Second),
            'A' => char.IsAsciiLetter(place.Second),
            _ => char.IsAsciiLetterOrDigit(place.Second),
        });
        return !fits ? No("Answer.NotThePattern") : field.Check is { } check && !check.Fits(compact) ? No("Answer.NotTheKey") : Keep(compact);
    }

}
