namespace Pimms.Partners;

/// <summary>How a question looks: to who writes it, and to who reads about it.</summary>
internal static class FormLooks
{
    private const int ScannableAtOnce = 8;

    /// <summary>With which control it is answered.</summary>
    public static string ControlOf(FormField field) => field.Type switch
    {
        FormFieldType.LongText => "textarea",
        FormFieldType.WholeNumber => "number",
        FormFieldType.Money => "money",
        FormFieldType.Date => "date",
        FormFieldType.Choice => field.Choices.Count <= ScannableAtOnce ? "radios" : "select",
        FormFieldType.YesNo => "radios",
        _ => "text",
    };

    /// <summary>When a section is asked, in words: "Seulement si « Ce qui est contesté » : Index estimé"; null for always.</summary>
    public static string? ConditionOf(FormField heading, ProcedureForm form, Texts texts)
    {
        if (heading.When is not { } when || form.Fields.FirstOrDefault(field => field.Key == when.Key) is not { } deciding)
            return null;
        var answers = when.Answers.Select(answer => deciding.Type == FormFieldType.YesNo ? texts[answer == "true" ? "ReviseForm.Yes" : "ReviseForm.No"] : answer);
        return texts["Form.OnlyWhen", deciding.Label, string.Join(", ", answers)];
    }

    /// <summary>What can be chosen, and the hint, behind the kind of answer.</summary>
    public static string After(FormField field, Texts texts) =>
        (field.Choices.Count > 0 ? texts["ShowPartner.Choices", string.Join(", ", field.Choices)] : "") + (field.Hint is null ? "" : texts["ShowPartner.Hint", field.Hint]);
}
