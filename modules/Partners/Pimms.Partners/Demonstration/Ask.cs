namespace Pimms.Partners;

/// <summary>Questions as a seasoned mediator would write them, in few words.</summary>
internal static class Ask
{
    public static FormField Text(string key, string label, string? hint = null) => Field(key, label, hint, FormFieldType.Text);

    public static FormField LongText(string key, string label, string? hint = null) => Field(key, label, hint, FormFieldType.LongText);

    public static FormField Number(string key, string label, string? hint = null) => Field(key, label, hint, FormFieldType.WholeNumber);

    public static FormField Money(string key, string label, string? hint = null) => Field(key, label, hint, FormFieldType.Money);

    public static FormField Date(string key, string label, string? hint = null) => Field(key, label, hint, FormFieldType.Date);

    public static FormField YesNo(string key, string label, string? hint = null) => Field(key, label, hint, FormFieldType.YesNo);

    public static FormField Choice(string key, string label, string? hint, params string[] choices) => Field(key, label, hint, FormFieldType.Choice) with { Choices = choices };

    public static FormField Identifier(string key, string label, string pattern, string? hint) => Field(key, label, hint, FormFieldType.Identifier) with { Pattern = pattern };

    /// <summary>Heads the questions that follow; asked only when an earlier one was answered so, when that is said.</summary>
    public static FormField Section(string key, string label, string? whenKey = null, params string[] whenAnswers) =>
        Field(key, label, null, FormFieldType.Section) with { When = whenKey is null ? null : new(whenKey, whenAnswers) };

    /// <summary>The referral cannot be sent without it.</summary>
    public static FormField Needed(this FormField field) => field with { Required = true };

    private static FormField Field(string key, string label, string? hint, FormFieldType type) => new(key, label, hint, type, Required: false, Choices: [], Pattern: null);
}
